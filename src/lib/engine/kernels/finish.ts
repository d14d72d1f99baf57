// Where results go: out[token][row], four rows of one token at a time.

/**
 * Stores four rows of one token, or as many as are left of them. With `add` they are added to what
 * stands there: the residual stream.
 */
@inline
export function finish(out: usize, sums: v128, rowsLeft: i32, add: bool): void {
  if (rowsLeft >= 4) {
    v128.store(out, add ? f32x4.add(sums, v128.load(out)) : sums);
    return;
  }
  storeOne(out, f32x4.extract_lane(sums, 0), add);
  if (rowsLeft > 1) storeOne(out + 4, f32x4.extract_lane(sums, 1), add);
  if (rowsLeft > 2) storeOne(out + 8, f32x4.extract_lane(sums, 2), add);
}

@inline
function storeOne(out: usize, sum: f32, add: bool): void {
  store<f32>(out, add ? sum + load<f32>(out) : sum);
}
