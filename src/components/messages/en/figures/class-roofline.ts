/** Words of the picture in which a class's devices stand together. */
export const classRoofline = {
  x: "operations per byte read",
  y: "operations per second",
  empty: "Nobody has handed a device in yet. One that was recorded for the notebook stands here.",
  title: (count: number, digits: string, ratio: string) =>
    count === 1
      ? "One device, and three machines that you know."
      : `${digits} devices, and the fastest reads its memory ${ratio} times as fast as the slowest.`,
  summary: (intensity: string, lowest: string, highest: string) =>
    `Where a model writes, each byte brings ${intensity} operations. The roofs bend between ${lowest} and ${highest}, so all that write stand on a slope. Diamonds were measured, dots are where two rates meet.`,
  one: (intensity: string, ridge: string) =>
    `Where a model writes, each byte brings ${intensity} operations. This roof bends at ${ridge}. The diamond was measured, the dot is where the two rates meet.`,
  recorded: "Recorded device",
  device: (number: string) => `Device ${number}`,
  rates: (name: string, bandwidth: string, flops: string) =>
    `${name} reads ${bandwidth} and does ${flops}`,
  wrote: (name: string, speed: string, foretold: string) =>
    `${name} wrote ${speed} tokens per second; its roof allows ${foretold}`,
  columns: {
    device: "device",
    bandwidth: "bytes per second",
    flops: "operations per second",
    ridge: "ridge point",
    speed: "tokens per second, measured",
    foretold: "tokens per second, its roof",
    error: "measured over roof, less 1",
  },
};
