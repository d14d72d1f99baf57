/** Which values a variant may take for each field that the tags of an exercise fix. */
export type Axes = Readonly<Record<string, readonly string[]>>;

/**
 * The exercises of the worksheet, and in which values each differs from one sheet to another, by the
 * names under which worksheet.md places them: "gpus-1" is the first of the chapter gpus, which stands
 * there, with its question, its solution and the quantity that is the answer. The values that it has
 * there come first here; a variant puts others in their place, everywhere in it alike.
 */
export const exercises = {
  "gpus-1": {
    machine: ["RTX 4090", "RTX 3090", "H100 SXM", "L4", "RTX 5090"],
  },
  "gpus-2": {
    machine: ["Apple M1", "Apple M2", "Apple M1 Pro", "Apple M2 Max"],
  },
  "gpus-3": {
    machine: ["H100 SXM", "H200 SXM", "B200"],
    rival: ["RTX 4090", "RTX 3090", "RTX 4080"],
  },
  "parameters-1": {
    model: ["Llama-3-8B", "Llama-3-70B", "Llama-3.1-405B", "Llama-3.2-3B"],
  },
  "parameters-2": {
    model: ["Qwen2.5-0.5B", "Llama-3.2-1B", "Qwen3-0.6B", "Gemma-3-1B"],
  },
  "conversation-1": {
    model: ["Qwen3-8B", "Llama-3-8B", "Llama-3-70B", "Qwen2.5-7B", "Llama-3.2-3B"],
  },
  "conversation-2": {
    machine: ["RTX 4090", "RTX 3060", "RTX 4080", "RTX 5090"],
    model: ["Llama-3-8B", "Qwen3-8B"],
  },
  "conversation-3": {
    model: ["LLaMA-65B", "LLaMA-33B", "LLaMA-13B", "Llama-2-70B"],
  },
  "precision-2": {
    model: ["LLaMA-65B", "LLaMA-33B", "LLaMA-13B", "Llama-2-70B"],
  },
  "precision-3": {
    format: ["Q8_0", "Q4_0", "Q5_0", "Q4_1"],
  },
  "latency-1": {
    machine: ["RTX 4090", "RTX 3090", "A100 80GB", "Apple M2 Ultra"],
    format: ["Q4_0 file", "Q8_0"],
  },
  "latency-2": {
    machine: ["Apple M2 Ultra", "Apple M1 Ultra", "Apple M3 Max", "Apple M4 Max"],
    model: ["LLaMA-65B", "LLaMA-33B"],
  },
  "machines-3": {
    machine: ["Raspberry Pi 5", "Jetson Orin Nano", "Orange Pi 5"],
    model: ["LLaMA-7B", "Llama-3-8B"],
  },
  "prompts-1": {
    machine: ["Apple M1", "Apple M2", "Apple M3"],
    model: ["LLaMA-7B", "LLaMA-13B"],
    promptTokens: ["4096", "2048", "6000"],
  },
  "prompts-2": {
    machine: ["RTX 4090", "RTX 3090", "H100 SXM", "Apple M2 Max"],
  },
  "prompts-4": {
    model: ["LLaMA-13B", "LLaMA-7B", "LLaMA-33B", "LLaMA-65B"],
  },
  "price-2": {
    stored: ["Q4_0", "Q3_K", "Q2_K"],
  },
  "sheet-1": {
    machine: ["A100 80GB", "RTX 4090", "H100 SXM"],
    model: ["Llama-2-7B", "Llama-3-8B"],
    batch: ["8", "32", "512", "1024"],
  },
  "sheet-2": {
    machine: ["RTX 4060 Ti", "RTX 4070 Ti", "RTX 4090", "RTX 5080"],
    rival: ["Apple M1 Ultra", "Apple M2 Ultra", "Apple M3 Ultra"],
  },
  "sheet-3": {
    model: ["LLaMA-7B", "LLaMA-13B", "Llama-2-13B"],
    context: ["2048", "4096", "8192", "65536"],
  },
  "sheet-4": {},
  "sheet-5": {},
  "sheet-6": {},
} satisfies Readonly<Record<string, Axes>>;

export type ExerciseId = keyof typeof exercises;
export const exerciseIds = Object.keys(exercises) as ExerciseId[];

/** What the sliders of the sheet begin with: one scenario for the goals and for the prediction. */
export const bench = {
  machine: ["A100 80GB", "RTX 4090", "H100 SXM", "RTX 3090"],
  model: ["Llama-2-7B", "Llama-3-8B", "Qwen2.5-7B"],
} as const;
