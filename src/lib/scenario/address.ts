import {readOwnModel, writeOwnModel} from "./own-address.js";
import {usesOwn} from "./own-model.js";
import {defaultScenario, workerCounts, type OwnModel, type Scenario} from "./scenario.js";
import {machineFilters, machineKinds, machineOrders} from "./machine-choice.js";
import {patienceStops, recordedSeeds, storedFormats} from "./stored-formats.js";

/**
 * The address of a scenario: readable, versioned, short. Only what differs from the page's
 * defaults is written, e.g. "?v=1&machine=RTX+4090&batch=16"; an unknown key is somebody else's
 * and is ignored; a bad value is put right, and the reader is told. A model of the reader's own
 * travels whole, while it is shown: own-address.ts.
 */
export const addressVersion = "1";

/** A value in the address that could not be taken as it stood. */
export interface Correction {
  /** The key as written in the address, e.g. "batch". */
  key: string;
  /** What stood there, e.g. "-3". */
  found: string;
  /** What is used instead, e.g. "1". */
  used: string;
}

/** Finds the catalog's own spelling of a name, or throws. */
export type NameFinder = (name: string) => string;

export interface Names {
  model: NameFinder;
  machine: NameFinder;
  format: NameFinder;
}

interface NumberRule {
  min: number;
  max: number;
  integer: boolean;
}

type NameKey = "model" | "machine" | "rival" | "format";
type WordKey = "sort" | "kind" | "shown" | "workers" | "stored";
type NumberKey = Exclude<keyof Scenario, NameKey | WordKey | "own">;

/** Legal range of each number in a scenario. Sliders and address keep to the same. */
export const scenarioRanges: Readonly<Record<NumberKey, NumberRule>> = {
  batch: {min: 1, max: 4096, integer: true},
  context: {min: 0, max: 131072, integer: true},
  promptTokens: {min: 1, max: 131072, integer: true},
  answerTokens: {min: 1, max: 131072, integer: true},
  devices: {min: 1, max: 64, integer: true},
  kvBytesPerElement: {min: 0.5, max: 4, integer: false},
  speed: {min: 0.1, max: 10000, integer: false},
  zoom: {min: 32, max: 1e13, integer: true},
  offloadedLayers: {min: 0, max: 1000, integer: true},
  rows: {min: 1, max: 500, integer: true},
  weight: {min: 1, max: 32, integer: true},
  pull: {min: -4, max: 4, integer: false},
  storySeed: {min: 1, max: recordedSeeds, integer: true},
  oneIn: {min: patienceStops[0], max: patienceStops.at(-1)!, integer: true},
};

/** The words that a field of few choices may have. */
export const scenarioWords: {readonly [Field in WordKey]: readonly Scenario[Field][]} = {
  sort: machineOrders,
  kind: machineKinds,
  shown: machineFilters,
  workers: workerCounts,
  stored: storedFormats,
};

/** Key in the address of each field of the scenario. Published links keep them for ever. */
export const addressKeys: Readonly<Record<keyof Scenario, string>> = {
  model: "model",
  machine: "machine",
  rival: "against",
  format: "format",
  batch: "batch",
  context: "context",
  promptTokens: "prompt",
  answerTokens: "answer",
  devices: "gpus",
  kvBytesPerElement: "kv",
  speed: "speed",
  zoom: "zoom",
  own: "own",
  offloadedLayers: "offload",
  sort: "sort",
  kind: "class",
  shown: "machines",
  rows: "rows",
  weight: "weight",
  pull: "pull",
  workers: "workers",
  stored: "stored",
  storySeed: "seed",
  oneIn: "onein",
};

/** Whose spelling each name follows: both machines are rows of one table. */
const finders: Readonly<Record<NameKey, keyof Names>> = {
  model: "model",
  machine: "machine",
  rival: "machine",
  format: "format",
};
const nameFields = Object.keys(finders) as NameKey[];

/** So much of a value is told to the reader. */
const shownCharacters = 60;
const wordFields = Object.keys(scenarioWords) as WordKey[];
const numberFields = Object.keys(scenarioRanges) as NumberKey[];

/** Reads the query of an address, e.g. "?v=1&batch=16", against the page's own defaults. */
export function readAddress(
  query: string,
  names: Names,
  defaults: Scenario = defaultScenario,
): {scenario: Scenario; corrections: Correction[]} {
  const parameters = new URLSearchParams(query);
  const scenario: Scenario = {...defaults};
  const corrections: Correction[] = [];
  const own = ownIn(parameters.get(addressKeys.own), names, (found) =>
    corrections.push({key: addressKeys.own, found: shortened(found), used: defaults.model}),
  );

  const version = parameters.get("v");
  if (version !== null && version !== addressVersion) {
    corrections.push({key: "v", found: version, used: addressVersion});
  }
  for (const field of nameFields) {
    const found = parameters.get(addressKeys[field]);
    if (found === null) continue;
    if (found === ownNames(own)[field]) {
      scenario[field] = found;
      continue;
    }
    try {
      scenario[field] = names[finders[field]](found);
    } catch {
      corrections.push({key: addressKeys[field], found, used: defaults[field]});
    }
  }
  for (const field of numberFields) {
    const found = parameters.get(addressKeys[field]);
    if (found === null) continue;
    scenario[field] = nearestLegal(found, scenarioRanges[field], defaults[field]);
    if (String(scenario[field]) !== String(Number(found)) || found.trim() === "") {
      corrections.push({key: addressKeys[field], found, used: String(scenario[field])});
    }
  }
  for (const field of wordFields) {
    const found = parameters.get(addressKeys[field]);
    if (found === null) continue;
    const word = scenarioWords[field].find((each) => each === found);
    if (word !== undefined) Object.assign(scenario, {[field]: word});
    else corrections.push({key: addressKeys[field], found, used: defaults[field]});
  }
  const shown: Scenario = own === undefined ? scenario : {...scenario, own};
  return {scenario: usesOwn(shown) ? shown : scenario, corrections};
}

/** The reader's own model, unless it is none or takes the name of a model in the catalog. */
function ownIn(
  text: string | null,
  names: Names,
  refuse: (text: string) => void,
): OwnModel | undefined {
  if (text === null) return undefined;
  try {
    const own = readOwnModel(text);
    if (!isKnown(own.name, names.model)) return own;
  } catch {
    // What it is not, is told like anything else that the address has wrong.
  }
  refuse(text);
  return undefined;
}

function isKnown(name: string, find: NameFinder): boolean {
  try {
    return find(name) === name;
  } catch {
    return false;
  }
}

/** Under which fields the scenario may name what is the reader's own. */
function ownNames(own: OwnModel | undefined): Partial<Record<NameKey, string>> {
  return {...(own && {model: own.name}), ...(own?.file && {format: own.file.name})};
}

function shortened(text: string): string {
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}

/**
 * Writes a scenario as a query: "" when it is the default, "?v=1&…" otherwise. With `whole`, every
 * field is spelled out, so that the link shows the same thing after a default has changed.
 */
export function writeAddress(
  scenario: Scenario,
  defaults: Scenario = defaultScenario,
  {whole = false}: {whole?: boolean} = {},
): string {
  const fields = [...nameFields, ...numberFields, ...wordFields].filter(
    (field) => whole || scenario[field] !== defaults[field],
  );
  if (fields.length === 0) return "";
  const parameters = new URLSearchParams({v: addressVersion});
  for (const field of fields) parameters.set(addressKeys[field], String(scenario[field]));
  if (usesOwn(scenario)) parameters.set(addressKeys.own, writeOwnModel(scenario.own));
  return `?${parameters}`;
}

/** The legal number nearest to what was written; the default where it is no number at all. */
function nearestLegal(text: string, rule: NumberRule, fallback: number): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) return fallback;
  const clamped = Math.min(rule.max, Math.max(rule.min, value));
  return (rule.integer ? Math.round(clamped) : clamped) + 0; // −0 becomes 0, as it is written
}
