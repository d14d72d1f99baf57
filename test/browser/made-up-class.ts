import {writeClassCode, type ClassDevice} from "../../src/lib/device/class-code.js";

/** A device that nobody has: the i-th of a class. */
const device = (i: number, nickname?: string): ClassDevice => ({
  bandwidth: 5e9 * 1.06 ** i,
  flops: 20e9 * 1.09 ** ((i * 7) % 40),
  speed: 30 * 1.05 ** i,
  model: "110M",
  threads: 1 + (i % 8),
  workers: 8,
  simd: "relaxed",
  ...(nickname !== undefined && {nickname}),
});

export const codeOf = (i: number, nickname?: string): string => writeClassCode(device(i, nickname));

/** As many as a large class has, every third with a name. */
export const fortyCodes: readonly string[] = Array.from({length: 40}, (_, i) =>
  codeOf(i, i % 3 === 0 ? `Device of ${i}` : undefined),
);
