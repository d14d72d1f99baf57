export const roofline = {
  x: "operations per byte read",
  y: "operations per second",
  memory: "waiting for memory",
  compute: "busy computing",
  waiting: (readers: string, machine: string, share: string) =>
    `With ${readers}, ${machine} calculates ${share} of the time and waits for memory the rest.`,
  busy: (readers: string, machine: string) =>
    `With ${readers}, ${machine} calculates without a pause: memory waits for it.`,
  summary: (intensity: string, ridge: string, readers: string) =>
    `Operations for each byte: ${intensity}; the roof bends at ${ridge}, which takes ${readers} readers. Dots are computed, diamonds measured, broken ones known second-hand.`,
  roof: (speed: string, readers: number) => `roof ${speed} tokens/s${readers > 1 ? " in all" : ""}`,
  measured: (speed: string) => `measured ${speed}`,
  dot: (machine: string, speed: string, intensity: string) =>
    `${machine}, roof: ${speed} tokens per second at ${intensity} operations a byte`,
  diamond: (machine: string, speed: string, verified: boolean) =>
    `${machine}, measured: ${speed} tokens per second${verified ? "" : " (unverified)"}`,
  columns: [
    "machine",
    "operations per byte",
    "operations per second at the roof",
    "tokens per second at the roof",
    "tokens per second measured",
    "ridge point",
    "peak operations per second",
    "bytes per second",
  ],
};
