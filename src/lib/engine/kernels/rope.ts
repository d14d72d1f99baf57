// Rotary position embedding: pairs of a head's numbers are turned by an angle that grows with the
// token's position.
//
//     x[i] ← x[i] · C[i] + partner(x)[i] · S[i]
//
// C holds each number's cosine, S its sine, negative for the first of a pair. The two layouts differ
// in who is whose partner: the neighbour, or the number half a head away.

/**
 * Turns `heads` heads of each token in place.
 *
 * @param stride numbers between two tokens
 * @param dimensions numbers of a head that turn
 * @param table for each token: C, then S, `dimensions` numbers each
 * @param halves whether partners are half a head apart
 */
export function rope(
  x: usize, heads: i32, headDim: i32, tokens: i32, stride: i32, dimensions: i32,
  table: usize, halves: bool,
): void {
  const bytes: usize = 4 * <usize>dimensions;
  for (let token = 0; token < tokens; token++) {
    let head = x;
    for (let i = 0; i < heads; i++) {
      if (halves) turnHalves(head, bytes, table);
      else turnNeighbours(head, bytes, table);
      head += 4 * <usize>headDim;
    }
    x += 4 * <usize>stride;
    table += 2 * bytes;
  }
}

@inline
function turnNeighbours(head: usize, bytes: usize, table: usize): void {
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) {
    const own = v128.load(head + i);
    const partners = v128.shuffle<i32>(own, own, 1, 0, 3, 2);
    v128.store(head + i, turned(own, partners, table + i, bytes));
  }
  for (; i < bytes; i += 8) turnPair(head + i, head + i + 4, table + i, table + i + 4, bytes);
}

@inline
function turnHalves(head: usize, bytes: usize, table: usize): void {
  const half = bytes >> 1;
  let i: usize = 0;
  for (; i + 16 <= half; i += 16) {
    const first = v128.load(head + i);
    const second = v128.load(head + half + i);
    v128.store(head + i, turned(first, second, table + i, bytes));
    v128.store(head + half + i, turned(second, first, table + half + i, bytes));
  }
  for (; i < half; i += 4) {
    turnPair(head + i, head + half + i, table + i, table + half + i, bytes);
  }
}

@inline
function turned(own: v128, partners: v128, cosines: usize, sinesAfter: usize): v128 {
  return f32x4.add(
    f32x4.mul(own, v128.load(cosines)),
    f32x4.mul(partners, v128.load(cosines + sinesAfter)),
  );
}

@inline
function turnPair(
  first: usize, second: usize, firstCosine: usize, secondCosine: usize, sinesAfter: usize,
): void {
  const a = load<f32>(first);
  const b = load<f32>(second);
  store<f32>(first, a * load<f32>(firstCosine) + b * load<f32>(firstCosine + sinesAfter));
  store<f32>(second, b * load<f32>(secondCosine) + a * load<f32>(secondCosine + sinesAfter));
}
