/** Words of the control that takes a model of the reader's own. */
export const ownModel = {
  summary: "Your own model",
  file: "Choose a file",
  fileHint:
    "Or drop it here. A config.json, or a GGUF file of any size, of which only the header is read. The file stays on your device.",
  paste: "Or paste a config.json",
  take: "Use it",
  hub: "Or name a model on Hugging Face",
  hubExample: "e.g. Qwen/Qwen3-8B",
  fetch: "Fetch its config",
  willFetch: (url: string) =>
    `The button asks Hugging Face for ${url} and nothing else. Until you press it, nothing is fetched.`,
  cancel: "Stop",
  reading: (read: string) => `Reading the header, ${read} so far.`,
  readingOf: (read: string, whole: string) => `Reading the header, ${read} of ${whole} so far.`,
  fetching: (host: string) => `Asking ${host}.`,
  foundConfig: (name: string, parameters: string) =>
    `${name} has ${parameters} parameters. It is chosen now, on this page alone; the address of the page carries it.`,
  foundFile: (name: string, parameters: string, bytes: string, bits: string) =>
    `${name} has ${parameters} parameters in ${bytes}, ${bits} bits a weight. It is chosen now, on this page alone and in its own precision. It has not left your device.`,
  assumed: (fields: string) =>
    `The config leaves out ${fields}. What its family usually has stands there.`,
  shorter: (promised: string, found: string) =>
    `The file should have ${promised} or more and has ${found}. Its download is not complete, but its header is, and that is enough here.`,
  own: (name: string) => `${name} (yours)`,
  unchanged: (reason: string) => `${reason} The page stays as it was.`,
  stopped: "Stopped.",
  empty: "There is nothing to read yet.",
  noJson: "This is no JSON: a config.json begins with { and ends with }.",
  tooLarge: (bytes: string) =>
    `The file has ${bytes} and is no GGUF; a config.json is much smaller.`,
  noModel: (reason: string) => `This config describes no model that can be counted: ${reason}.`,
  cannotRead: "The file can no longer be read.",
  badId: "The name of a model has an owner and a name, such as Qwen/Qwen3-8B.",
  gated: (id: string) =>
    `Hugging Face does not show ${id} to everyone: it is gated or private, or does not exist. If you have access, download its config.json and drop it here.`,
  missing: (id: string) =>
    `Hugging Face has no config.json for ${id}. A model that lies there only as GGUF files has none: download one and choose it above.`,
  refused: (status: string) => `Hugging Face answers with status ${status}.`,
  offline: "Hugging Face cannot be reached. Is there a network?",
};
