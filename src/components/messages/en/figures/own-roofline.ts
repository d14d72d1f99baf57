export const ownRoofline = {
  x: "operations per byte read",
  y: "operations per second",
  device: (own: boolean) => (own ? "This device" : "Recorded device"),
  title: (share: string, tokens: number, digits: string, own: boolean) =>
    `${tokens === 1 ? "Writing one token at a time" : `Reading ${digits} tokens together`}, ${own ? "your machine" : "the recorded machine"} does ${share} of the operations that it could.`,
  summary: (intensity: string, ridge: string) =>
    `Each byte brings ${intensity} operations; the roof bends at ${ridge}. The band is as wide as the samples lay apart. The dot stands below its roof by the overhead; diamonds were measured.`,
  dot: (tokens: string, speed: string, intensity: string) =>
    `the law, ${tokens} together: ${speed} tokens per second at ${intensity} operations a byte`,
  measured: (phase: "decode" | "prefill", speed: string) =>
    `measured, ${phase === "decode" ? "writing" : "reading"}: ${speed} tokens per second`,
  reading: (speed: string) => `the law: ${speed} tokens/s`,
  columns: [
    "machine",
    "bytes per second",
    "operations per second",
    "ridge point",
    "operations per byte",
    "tokens per second by the law",
  ],
};
