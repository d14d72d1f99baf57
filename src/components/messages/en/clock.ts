/** Words of the two clocks that run through a prompt and its answer. */
export const clock = {
  start: "Start both clocks",
  stop: "Stop",
  pace: "Pace",
  real: "real time",
  faster: (times: string) => (times === "1" ? "as it is" : `${times} times as fast`),
  by: "By the",
  laws: {forecast: "forecast", roof: "roof"},
  seconds: (digits: string) => `${digits} s`,
  ready: (read: string, write: string) => `It will read for ${read}, then write for ${write}.`,
  reading: (tokens: string, all: string) => `It has read ${tokens} of ${all} tokens.`,
  writing: (tokens: string, all: string) => `It has written ${tokens} of ${all} tokens.`,
  done: (read: string, all: string) => `It began to answer after ${read} and is done after ${all}.`,
  finished: (machine: string, read: string, all: string) =>
    `${machine} began to answer after ${read} and is done after ${all}.`,
};
