import type {GpuProblem} from "../../../../lib/catalog/device-report.js";
import type {WarnedPart} from "../../../../lib/catalog/device-report.js";

type MeasuringStep = "bandwidth" | "arithmetic" | "models" | "gpu";

const steps: Record<MeasuringStep, string> = {
  bandwidth: "Reading memory",
  arithmetic: "Multiplying in the first cache",
  models: "Running the small model",
  gpu: "Asking the graphics processor",
};

const parts: Record<WarnedPart, string> = {
  bandwidth: "reading memory",
  arithmetic: "multiplying",
  models: "running the model",
  gpu: "the graphics processor",
};

/** Words of the laboratory: what measures the reader's machine, and what runs models on it. */
export const laboratory = {
  withoutScript:
    "With JavaScript, a button here would measure your machine in ten seconds. What you see is a machine that somebody measured.",
  guess: {
    label: "Your guess",
    unit: "tokens per second",
    commit: "That is my guess",
    taken: (guess: string) => `You say ${guess}. Now the law has to look at your machine first.`,
  },
  measure: "Measure this device",
  thorough: "Thoroughly",
  run: "Let the model run",
  stop: "Stop",
  promise:
    "Ten seconds at most, a minute if thoroughly. It starts when you press, in this page, and nothing leaves your device.",
  progress: (step: MeasuringStep, seconds: string) => `${steps[step]}. About ${seconds} s left.`,
  running: (model: string, format: string) => `Making ${model} in ${format}, and running it.`,
  done: "Measured. The law has your machine’s numbers now. Let the model run.",
  ran: "It has run. Your guess, the law and the model stand below.",
  stopped: "Stopped. Nothing was kept of it.",
  failed: (reason: string) => `It did not work: ${reason}`,
  unavailable: "The laboratory could not be fetched. Is there a network?",
  warnings: {
    noisy: (of: WarnedPart, spread: string) =>
      `Noisy: while ${parts[of]}, samples lay ${spread} apart. Is something else running, or is the battery being saved? Measure again before you believe it.`,
    hidden:
      "The page was in the background for a while. Browsers slow such pages down: measure again.",
    fewerWorkers: (started: string, wanted: string) =>
      `The browser started ${started} workers where it speaks of ${wanted} processors.`,
  },
  facts: {
    title: (own: boolean, name: string) =>
      own ? "Your machine, as this page sees it" : `The recorded machine: ${name}`,
    browser: "Browser",
    processors: "Processors",
    processorsAre: (cores: string) => `${cores}, as the browser says`,
    kernels: "Kernels",
    simd: {relaxed: "relaxed SIMD", plain: "plain SIMD, the slower of the two"},
    threads: "Threads",
    isolated: "may share memory, so a model may use all",
    notIsolated: "share no memory here, so a model gets one",
    clock: "Clock",
    clockIs: (resolution: string) => `steps of ${resolution}`,
    gpu: "Graphics",
    /** @param halves the rate with 16-bit numbers, where they are offered */
    gpuIs: (adapter: string, bandwidth: string, rate: string, halves?: string) =>
      `${adapter}: reads ${bandwidth}, multiplies ${rate} with 32 bits` +
      (halves === undefined ? "" : `, ${halves} with 16`),
    gpuSoftware: (adapter: string) => `${adapter}, a program that does as if it were one`,
    gpuUnnamed: "unnamed",
    gpuProblems: {
      "not offered": "not measured: this browser offers pages no WebGPU",
      "no adapter": "not measured: WebGPU found no graphics processor that it trusts",
      "no device": "not measured: the browser did not open it",
      "out of memory": "not measured: it had no memory left",
      lost: "not measured: it was lost in the middle",
      "wrong result": "not measured: its results were wrong, so its times are not believed",
      failed: "not measured: WebGPU failed",
    } satisfies Record<GpuProblem, string>,
    noGpu: "not measured",
    measured: "Measured",
    measuredOn: (day: string, seconds: string) => `${day}, in ${seconds} s`,
    memory: "Memory",
    memoryUnknown: "nobody has said",
  },
  memory: "Memory of this machine, in GB",
  keep: "Keep on this device",
  kept: "Kept on this device, for all chapters. Delete it whenever you like.",
  notKept: "The browser lets nothing be kept here. It stays until you leave the page.",
  save: "Export",
  forget: "Delete",
  readIn: "Import a report",
  readInDone: "Imported. It is shown on this page; keep it for all of them.",
  memoryRange: "A memory has between 0.1 and 100,000 GB.",
  forgotten: "Deleted. The page shows the recorded machine again.",
  isolation: {
    yes: "This page may share memory between its workers, so a model can use all processors.",
    no: "This page may not share memory between its workers, so a model runs with one thread. Reading and multiplying are measured with all of them all the same.",
    refused:
      "You asked for threads, and this browser gives this page none: some give them to no page inside another site’s. Reading and multiplying are measured with workers that share nothing, on all processors; a model runs with one thread.",
    reload: "Reload with threads",
    undo: "Reload without threads",
    reloading: "The page will load again, with what you have chosen.",
    impossible:
      "This browser, or this server, does not allow that. Measuring goes on with workers that share nothing, and a model runs with one thread.",
  },
  story: {
    prompt: "The beginning",
    opening: "Once upon a time there lived a king who",
    temperature: "Temperature",
    seed: "Seed",
    write: (format: string, bytes: string) => `Write in ${format}, ${bytes} to fetch`,
    writeAgain: (format: string) => `Write in ${format}`,
    fetching: (read: string, whole: string) => `Fetching the model, ${read} of ${whole}.`,
    writing: (tokens: string) => `${tokens} tokens so far.`,
    written: (tokens: string, speed: string) => `${tokens} tokens, ${speed} a second.`,
    place: "The tale will stand here.",
    offline: "The model is not on this device yet, and there is no network to fetch it.",
    refused: (status: string) => `The site answered with status ${status}.`,
    cutShort: (read: string, whole: string) =>
      `The connection broke off after ${read} of ${whole}. Press again to fetch it anew.`,
  },
  runs: {
    go: "Run it",
    reading: (tokens: string) => `Reading ${tokens} together`,
    writing: "Writing one by one",
  },
  gauge: {
    speed: "tokens a second",
    bytes: "read for each pass",
    bandwidth: "through the processor",
    share: "of the roof",
    none: "–",
  },
  file: {
    choose: "Choose a GGUF file",
    hint: "Or drop it here. It is read in this page and goes nowhere.",
    reading: (read: string, whole: string) => `Reading the file, ${read} of ${whole}.`,
    loaded: (name: string, parameters: string) => `${name}, ${parameters} parameters.`,
  },
};
