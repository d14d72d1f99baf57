export const bandwidthLadder = {
  x: "bytes that are read again and again",
  y: "bytes read per second",
  title: (times: string, small: string, large: string) =>
    `${small} are read ${times} times as fast as ${large}.`,
  flat: (bandwidth: string, own: boolean) =>
    `${own ? "Your machine" : "The recorded machine"} shows no clear step: ${bandwidth}, whatever the size.`,
  summary: (name: string, workers: number, digits: string, steps: number) =>
    `${name === "" ? "Your machine" : `Recorded on ${name}`}, ${workers === 1 ? "one worker" : `${digits} workers together`}. Diamonds are medians, the thin lines go from the slowest sample to the fastest. ${steps === 0 ? "With so few sizes no tread can be told from a slope; a thorough measurement has more." : `Where two sizes or more are read alike there is a tread: ${steps} of them.`}`,
  cache: (bytes: string, bandwidth: string) => `a cache, to ${bytes}, ${bandwidth}`,
  beyond: (bandwidth: string) => `the last tread, ${bandwidth}`,
  model: (name: string, format: string) => (name === "" ? format : `${name}, ${format}`),
  rung: (bytes: string, median: string, lowest: string, highest: string) =>
    `${bytes}: ${median}, samples from ${lowest} to ${highest}`,
  columns: ["workers", "bytes", "bytes per second", "slowest sample", "fastest sample"],
};
