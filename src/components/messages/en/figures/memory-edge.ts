/** "Raspberry Pi 4" → "Pi 4" */
const short = (machine: string): string => machine.replace(/^(Apple|Raspberry) /, "");

export const memoryEdge = {
  short,
  x: "bytes of the model",
  y: "tokens per second",
  title: "Where memory ends, speed falls off an edge.",
  summary:
    "Solid: memory. Beyond the edge the model comes from storage, and the truth should lie between the line that keeps what has room and the one that keeps nothing. Diamonds are measured; the two at the bottom lie beyond the edge.",
  spilled: (machine: string, seconds: string) => `${short(machine)}: ${seconds} s`,
  edge: (memory: string) => memory,
  storage: (name: string, bandwidth: string) => `${name}, ${bandwidth}`,
  run: (machine: string, model: string, bytes: string, speed: string, seconds: string) =>
    `${machine}, ${model}, ${bytes}: measured ${speed} tokens per second, ${seconds} for a token`,
  own: (machine: string, bandwidth: string, memory: string | undefined) =>
    `${machine}: ${bandwidth}${memory === undefined ? ", memory not told" : `, until its ${memory} end`}`,
  columns: [
    "machine",
    "storage",
    "bytes of the model",
    "roof of the memory, tokens per second",
    "keeping what has room",
    "keeping nothing",
    "measured, tokens per second",
  ],
};
