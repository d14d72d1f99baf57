import type {Scenario} from "../../lib/scenario/scenario.js";
import {storedFormats} from "../../lib/scenario/stored-formats.js";
import type {Attributes} from "./context.js";

const names = ["model", "machine", "rival", "format"] as const;
const numbers = [
  "batch",
  "context",
  "promptTokens",
  "answerTokens",
  "devices",
  "kvBytesPerElement",
  "speed",
  "zoom",
  "offloadedLayers",
  "weight",
  "pull",
  "storySeed",
  "oneIn",
] as const;

/** A scenario in which the fields that a tag names are fixed, e.g. data-machine="A100 80GB". */
export function pinned(scenario: Scenario, attributes: Attributes): Scenario {
  const fixed: Scenario = {...scenario};
  for (const field of names) fixed[field] = attributes[field] ?? scenario[field];
  for (const field of numbers) {
    const text = attributes[field.toLowerCase()] ?? attributes[field];
    if (text !== undefined) fixed[field] = Number(text);
  }
  fixed.stored = storedFormats.find((name) => name === attributes["stored"]) ?? scenario.stored;
  return fixed;
}

/** Those attributes of a tag that fix a field of the scenario. */
export function pinnedFields(attributes: Attributes): Attributes {
  const fields: readonly string[] = [...names, ...numbers, "stored"].map((field) =>
    field.toLowerCase(),
  );
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => fields.includes(name.toLowerCase())),
  );
}

/** Whether a tag fixes any field of the scenario, so that it does not follow the reader's. */
export function isPinned(attributes: Attributes): boolean {
  return Object.keys(pinnedFields(attributes)).length > 0;
}
