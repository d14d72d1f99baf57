import type {Scenario} from "../../lib/scenario/scenario.js";

/** A page of the notebook, and the scenario that it shows when its address names none. */
export interface Chapter {
  /** Key of its title in the table of words. */
  id:
    | "cover"
    | "gpus"
    | "parameters"
    | "conversation"
    | "precision"
    | "latency"
    | "machines"
    | "prompts"
    | "device"
    | "price"
    | "recount";
  /** Its number in the line of chapters; the cover and the recount have none. */
  number?: number;
  /** Where it is; absent until it is written. */
  path?: string;
  scenario: Partial<Scenario>;
}

export const chapters: readonly Chapter[] = [
  {id: "cover", path: "/index", scenario: {}},
  {
    id: "gpus",
    number: 1,
    path: "/pages/gpus",
    scenario: {machine: "A100 80GB", format: "FP16"},
  },
  {id: "parameters", number: 2, path: "/pages/parameters", scenario: {format: "FP16"}},
  {
    id: "conversation",
    number: 3,
    path: "/pages/conversation",
    scenario: {model: "Llama-2-7B", context: 4096},
  },
  {
    id: "precision",
    number: 4,
    path: "/pages/precision",
    scenario: {machine: "Apple M2 Max", format: "Q4_0 file", weight: 5},
  },
  {
    id: "latency",
    number: 5,
    path: "/pages/latency",
    scenario: {machine: "A100 80GB", format: "FP16", context: 512},
  },
  {
    id: "machines",
    number: 6,
    path: "/pages/machines",
    scenario: {model: "LLaMA-65B", machine: "RTX 4090", rival: "Apple M2 Ultra", speed: 10},
  },
  {
    id: "prompts",
    number: 7,
    path: "/pages/prompts",
    scenario: {machine: "Apple M2", promptTokens: 2000, answerTokens: 300, devices: 2},
  },
  {
    id: "device",
    number: 8,
    path: "/pages/your-machine",
    scenario: {model: "stories110M", format: "Q4_0", promptTokens: 1},
  },
  {
    id: "price",
    number: 9,
    path: "/pages/price",
    scenario: {model: "LLaMA-7B", format: "FP16", stored: "Q4_0"},
  },
  {
    id: "recount",
    path: "/pages/recount",
    scenario: {model: "LLaMA-33B", machine: "A100 80GB"},
  },
];

/** The scenario with which the page at this path begins, e.g. "/pages/latency". */
export function scenarioAt(path: string): Partial<Scenario> {
  return chapters.find((chapter) => chapter.path === path)?.scenario ?? {};
}
