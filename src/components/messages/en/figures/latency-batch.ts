export const latencyBatch = {
  x: "readers at once",
  y: "time for a token",
  memory: "memory",
  compute: "compute",
  title: (readers: string) => `Up to ${readers}, nobody waits longer for a token.`,
  titleNone: "This machine calculates longer than it reads, even for one reader.",
  summary: (readers: string, machine: string, time: string, each: string, together: string) =>
    `With ${readers}, ${machine} takes ${time} for a token: ${each} tokens per second for each reader, ${together} together.`,
  bend: (readers: string) => `${readers} readers`,
  together: (speed: string) => `${speed} tokens/s in all`,
  guess: "your guess",
  dot: (readers: string, time: string, together: string) =>
    `${readers}: ${time} for a token, ${together} tokens per second together`,
  columns: [
    "readers at once",
    "compute, seconds",
    "memory, seconds",
    "the slower one, seconds",
    "tokens per second of all readers",
  ],
};
