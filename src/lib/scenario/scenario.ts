/** What a reader chooses. Everything that a page shows follows from this and the catalog. */
export interface Scenario {
  /** Name of a model in the catalog, e.g. "LLaMA-7B". */
  model: string;
  /** Name of a machine in the catalog, e.g. "Apple M1". */
  machine: string;
  /** Name of a format, e.g. "Q4_0 file". */
  format: string;
  /** Readers at once: sequences decoded together. */
  batch: number;
  /** Tokens of the conversation that are already in the KV cache, for each reader. */
  context: number;
  /** Tokens of the prompt that are read before the first is written. */
  promptTokens: number;
  /** Bytes of one element of the KV cache: 2 is fp16. */
  kvBytesPerElement: number;
  /** Tokens per second that the reader wishes for: the backward question. */
  speed: number;
}

/** The scenario of a page whose address says nothing: LLaMA-7B on a MacBook Air, one reader. */
export const defaultScenario: Scenario = {
  model: "LLaMA-7B",
  machine: "Apple M1",
  format: "Q4_0 file",
  batch: 1,
  context: 128,
  promptTokens: 512,
  kvBytesPerElement: 2,
  speed: 20,
};
