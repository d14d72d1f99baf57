// The cache of keys and values, laid out as the two matrices that attention multiplies by.
//
//   keys of a head    rows are positions: four positions side by side, headDim × 4 numbers
//   values of a head  rows are a head's numbers: each position's headDim numbers as they are

/**
 * Keeps keys and values of one head for `tokens` tokens from `position` on.
 *
 * @param stride numbers between two tokens in `key` and `value`
 */
export function remember(
  key: usize, value: usize, stride: i32, headDim: i32, tokens: i32, position: i32,
  keys: usize, values: usize,
): void {
  const headBytes: usize = 4 * <usize>headDim;
  for (; tokens > 0; tokens--, position++) {
    let to = keys + <usize>(position >> 2) * 4 * headBytes + 4 * <usize>(position & 3);
    for (let i: usize = 0; i < headBytes; i += 4, to += 16) store<u32>(to, load<u32>(key + i));
    // Written out: a call to copy some hundred bytes takes longer than to copy them.
    const kept = values + <usize>position * headBytes;
    for (let i: usize = 0; i < headBytes; i += 16) v128.store(kept + i, v128.load(value + i));
    key += 4 * <usize>stride;
    value += 4 * <usize>stride;
  }
}
