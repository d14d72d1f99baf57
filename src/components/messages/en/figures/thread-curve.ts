export const threadCurve = {
  x: "threads of the processor",
  y: "tokens per second, measured",
  roof: (speed: string) => `roof of the memory: ${speed}`,
  names: {prefill: "reads a prompt", decode: "writes"},
  title: (enough: string, all: string) =>
    `From ${enough} threads on it writes no faster, and with ${all} it still reads faster.`,
  summary: (machine: string, roof: string) =>
    `${machine}. Writing waits for memory, which ends at ${roof} tokens per second however many threads ask. A prompt is read by arithmetic, and that grows with the threads.`,
  decode: (threads: string, speed: string) => `${threads} threads write ${speed} tokens per second`,
  prefill: (threads: string, speed: string) =>
    `${threads} threads read ${speed} tokens of a prompt per second`,
  columns: [
    "threads",
    "writing, tokens per second",
    "roof of the memory",
    "reading a prompt, tokens per second",
  ],
};
