/** Formats of tensors that the engine calculates with, by the names that ggml gives them. */
export const tensorFormats = [
  "F32",
  "F16",
  "BF16",
  "Q8_0",
  "Q4_0",
  "Q4_1",
  "Q5_0",
  "Q5_1",
  "Q2_K",
  "Q3_K",
  "Q4_K",
  "Q5_K",
  "Q6_K",
] as const;

export type TensorFormat = (typeof tensorFormats)[number];

/** The format of this name, in whatever case: files are named q4_0, tensors Q4_0. */
export function tensorFormatNamed(name: string): TensorFormat | undefined {
  const upper = name.toUpperCase();
  return tensorFormats.find((format) => format.toUpperCase() === upper);
}
