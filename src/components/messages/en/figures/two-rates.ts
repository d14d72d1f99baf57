export const twoRates = {
  x: "bytes per second",
  y: "operations per second",
  titleAll: (all: string) =>
    `All ${all} machines of this notebook can calculate more than one reader asks of them.`,
  title: (idle: string, all: string) =>
    `${idle} of ${all} machines can calculate more than one reader asks of them.`,
  summary: (machine: string, ridge: string, intensity: string) =>
    `${machine} has ${ridge} operations for each byte. One reader asks for ${intensity}. How far a machine stands above that line says how much of it waits. Hollow dots: a rate is unverified.`,
  quotient: (digits: string, short: boolean) =>
    `${digits} ${short ? "a byte" : "operations a byte"}`,
  demand: (digits: string) => `one reader asks for ${digits}`,
  dot: (machine: string, flops: string, bandwidth: string, ridge: string, verified: boolean) =>
    `${machine}: ${flops} and ${bandwidth}, ${ridge} operations a byte${verified ? "" : " (unverified)"}`,
  verified: "verified",
  unverified: "unverified",
  columns: [
    "machine",
    "bytes per second",
    "operations per second",
    "operations per byte",
    "verified",
  ],
};
