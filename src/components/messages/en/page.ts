/** Words of the page around its chapters. */
export const page = {
  home: "Inference Arithmetic",
  skip: "Skip to the text",
  progress: (number: number, all: number) => `${number} of ${all}`,
  chapterLine: "Chapters",
  present: "Present",
  chapters: {
    cover: "How is llama.cpp possible?",
    gpus: "What a GPU is better at",
    parameters: "Where do seven billion numbers sit?",
    conversation: "What a conversation weighs",
    precision: "How four bits can be enough",
    latency: "So how fast will it be?",
    machines: "Which machine to want",
    prompts: "Reading a long prompt",
    device: "The thing in front of you",
    price: "The price of precision",
    recount: "Was the article right?",
  },
  measure: "Measure my device",
  notWritten: "not yet written",
  figures: "All figures and formulas",
  gallery: "On your own page",
  laws: "The laws, as they run",
  sources: "Sources and data",
  class: "The class’s roofline",
  worksheet: "Worksheet",
  teach: "For teachers",
  previous: "Back",
  next: "Next",
  corrected: (key: string, found: string, used: string) =>
    `The address says ${key}=${found}. That cannot be shown, so here it is ${used}.`,
  leftAside: (key: string, found: string, known: string) =>
    `The address says ${key}=${found}. Here ${key} may be ${known}, so that is left aside.`,
  closed: "Whoever gave you this link has closed the answers here.",
  noted: (guess: string) => `You said ${guess}. The answer comes from your teacher.`,
  frozen: (reason: string) =>
    `This could not come alive, so it stays as it begins. Load it again when there is a network. The browser says: ${reason}`,
  notMeasured: (device: string, used: string) =>
    `The link shows “${device}”, and nobody has measured this one yet. So here it is ${used}. Chapter 8 measures yours.`,
  linked: (device: string, bandwidth: string, arithmetic: string) =>
    `“${device}” is the device of whoever made this link: ${bandwidth} from its memory, ${arithmetic}. This page shows its numbers and keeps none of them.`,
  notLinked: (reason: string) =>
    `The link brings a device along that cannot be read, so it is left aside. ${reason}`,
  notKept: (reason: string) =>
    `What this browser keeps of your device cannot be read, so it is left aside. ${reason} Chapter 8 measures anew, or deletes it.`,
  colophon:
    "Each number here is computed by the laws or read from a table with its source. Nothing you do on these pages leaves your device, except the name of a model that you ask Hugging Face for. Text and figures: CC BY 4.0, cite as “Inference Arithmetic”. Code: MIT. Data: CC0.",
};
