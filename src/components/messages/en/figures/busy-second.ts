export const busySecond = {
  title: (machine: string, busy: string) =>
    `Of a second in which ${machine} writes for one reader, it calculates for ${busy}.`,
  summary:
    "Hatched: calculating. Plain: waiting for memory. The more a machine can calculate for each byte, the less of it is used.",
  value: (busy: string, speed: string | undefined) =>
    speed === undefined ? `${busy}, if it fitted` : `${busy} for ${speed} tokens`,
  point: (machine: string, busy: string, speed: string) =>
    `${machine}: ${busy} of calculating in a second, in which it could write ${speed} tokens`,
  guess: "your guess",
  tooLarge: "does not fit",
  columns: [
    "machine",
    "seconds of calculating in each second",
    "seconds of waiting",
    "tokens per second at the roof",
  ],
};
