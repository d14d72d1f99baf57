/** As what the demo model is stored, from the widest to the narrowest. The last two are our own. */
export const storedFormats = [
  "F32",
  "Q8_0",
  "Q5_0",
  "Q4_0",
  "Q3_K",
  "Q2_K",
  "2 bits",
  "1 bit",
] as const;

export type StoredFormat = (typeof storedFormats)[number];

/** Seeds of which stories are recorded: 1 is the first. */
export const recordedSeeds = 6;

/** How rare a word must be before the nurse lifts her finger: one in so many. */
export const patienceStops = [10, 20, 50, 100, 200, 500, 1000] as const;

/** What the demo model is worth in a format: how well it foresees a text that it has never seen. */
export interface Price {
  perplexity: number;
  /** Words of that text that had odds of less than one in 10, 20, …: see patienceStops. */
  lifted: readonly number[];
  /** Tokens that it writes in a second, where somebody has measured it. */
  tokensPerSecond?: number;
}
