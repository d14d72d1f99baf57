export const fits = {
  x: "bytes of the weights",
  title: (machine: string, memory: string, count: string, all: string) =>
    `${machine} has ${memory}: ${count} of the ${all} files fit.`,
  summary: (memory: string, count: string, four: string) =>
    `Into ${memory}, the memory of the largest cards that people then had at home, ${count} of them fit, ${four} of the four in four bits. Dots are files, ticks the article’s round numbers. Room for a conversation comes on top.`,
  bits: (digits: string, narrow: boolean) => (narrow ? digits : `${digits} bits`),
  yesNo: (fits: boolean) => (fits ? "yes" : "no"),
  untold: (machine: string) =>
    `How much memory ${machine} has, no page can ask it. Chapter 8 takes your word for it.`,
  file: (
    model: string,
    format: string,
    bytes: string,
    article: string,
    fits: boolean | undefined,
  ) =>
    `${model} in ${format}: ${bytes}${fits === undefined ? "" : fits ? ", which fits" : ", which does not fit"}. The article’s table says ${article}`,
  columns: (machine: string) => [
    "model",
    "file",
    "bytes in the article",
    "bytes of the file",
    "fits 24 GB",
    `fits ${machine}`,
  ],
};
