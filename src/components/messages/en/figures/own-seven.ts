const bounds = {
  memory: "its memory limits it",
  compute: "its arithmetic limits it",
  overhead: "the overhead limits it",
};

export const ownSeven = {
  x: "tokens per second, LLaMA-7B in 4 bits",
  device: (own: boolean) => (own ? "This device, in a page" : "Recorded device, in a page"),
  title: (low: string, high: string, own: boolean) =>
    own
      ? `A page on your machine should write ${low} to ${high} tokens a second with seven billion weights.`
      : `A page on the recorded machine should write ${low} to ${high} tokens a second with seven billion weights.`,
  summary: (bound: keyof typeof bounds, doubt: string) =>
    `Here ${bounds[bound]}, and the range is ${doubt} to each side. The others are forecasts from data sheets, as in chapter 5: there four of five measurements lie within the bar.`,
  range: (low: string, high: string) => `${low} to ${high}`,
  mark: (name: string, speed: string, low: string, high: string) =>
    `${name}: ${speed} tokens per second, ${low} to ${high}`,
  columns: ["machine", "tokens per second", "at least", "at most"],
};
