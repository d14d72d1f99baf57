export const precisionPhases = {
  times: (digits: string) => `${digits} ×`,
  phases: {decode: "writing", prefill: "reading"},
  panels: {
    decode: "Writing an answer: bytes decide",
    prefill: "Reading a prompt: operations decide",
  },
  title: (machine: string, decode: string, prefill: string) =>
    `On ${machine}, four bits write ${decode} times as fast as sixteen, and read a prompt ${prefill} times as fast.`,
  summary: (roof: string, forecast: string) =>
    `Each diamond is a chip that somebody measured, against itself in 16 bits. Coloured lines are the law: four bits save ${roof} times the bytes, and not one operation. The dark line is the forecast, ${forecast} times: it knows the fixed time for each token, which no format makes shorter.`,
  roof: (gain: string) => `law: ${gain} ×`,
  reading: (gain: string) => `◇ ${gain} ×`,
  law: (format: string, gain: string) => `By the law, ${format}: ${gain} times as fast as 16 bits`,
  run: (machine: string, format: string, speed: string, gain: string, verified: boolean) =>
    `${machine}, ${format}: ${speed} tokens per second, ${gain} times as fast as in 16 bits${verified ? "" : " (unverified)"}`,
  columns: [
    "machine",
    "phase",
    "precision",
    "tokens per second",
    "times 16 bits, measured",
    "times 16 bits, by the law",
    "times 16 bits, forecast",
  ],
};
