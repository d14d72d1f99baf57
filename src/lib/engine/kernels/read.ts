/**
 * Reads `bytes` from `pointer` on, `times` times, and returns the sum of all 32-bit numbers, so
 * that nothing can be left out. `bytes` is a multiple of 256.
 *
 * Sixteen vectors are on their way at once and eight sums take turns, so that a sum never waits for
 * the one before it: what limits the loop is how fast the bytes arrive.
 */
export function read(pointer: usize, bytes: usize, times: i32): i32 {
  let a = i32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let e = a;
  let f = a;
  let g = a;
  let h = a;
  const end = pointer + bytes;
  for (let time = 0; time < times; time++) {
    for (let at = pointer; at < end; at += 256) {
      a = i32x4.add(a, v128.load(at));
      b = i32x4.add(b, v128.load(at, 16));
      c = i32x4.add(c, v128.load(at, 32));
      d = i32x4.add(d, v128.load(at, 48));
      e = i32x4.add(e, v128.load(at, 64));
      f = i32x4.add(f, v128.load(at, 80));
      g = i32x4.add(g, v128.load(at, 96));
      h = i32x4.add(h, v128.load(at, 112));
      a = i32x4.add(a, v128.load(at, 128));
      b = i32x4.add(b, v128.load(at, 144));
      c = i32x4.add(c, v128.load(at, 160));
      d = i32x4.add(d, v128.load(at, 176));
      e = i32x4.add(e, v128.load(at, 192));
      f = i32x4.add(f, v128.load(at, 208));
      g = i32x4.add(g, v128.load(at, 224));
      h = i32x4.add(h, v128.load(at, 240));
    }
  }
  a = i32x4.add(i32x4.add(i32x4.add(a, b), i32x4.add(c, d)), i32x4.add(i32x4.add(e, f), i32x4.add(g, h)));
  return (
    i32x4.extract_lane(a, 0) +
    i32x4.extract_lane(a, 1) +
    i32x4.extract_lane(a, 2) +
    i32x4.extract_lane(a, 3)
  );
}
