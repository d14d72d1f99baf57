export const offloadCurve = {
  x: "layers on the card, the others beside the processor",
  y: "tokens per second",
  straight: "what one hopes for",
  straightShort: "hoped for",
  roof: "roof",
  title: (layers: string, all: string, share: string) =>
    `With ${layers} of ${all} layers on the card it writes ${share} of what the card could.`,
  summary: ({
    speed,
    straight,
    cpu,
    gpu,
  }: {
    speed: string;
    straight: string;
    cpu: string;
    gpu: string;
  }) =>
    `The processor alone would write ${cpu} tokens per second, the card alone ${gpu}, and together ${speed}, not ${straight}. Diamonds are measured.`,
  reading: (speed: string) => `${speed} tokens/s`,
  dot: (layers: string, speed: string) =>
    `${layers} layers on the card: roof ${speed} tokens per second`,
  run: (layers: string, speed: string, beyond: number) =>
    beyond > 0
      ? `Measured with every layer on the card and ${["", "the output matrix", "the output matrix and the values of the conversation", "all the rest"][beyond] ?? "more"}: ${speed} tokens per second`
      : `Measured with ${layers} layers on the card: ${speed} tokens per second`,
  columns: [
    "layers on the card",
    "roof, tokens per second",
    "straight line, tokens per second",
    "measured, tokens per second",
  ],
};
