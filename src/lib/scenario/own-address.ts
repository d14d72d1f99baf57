import type {Architecture} from "../arithmetic/architecture.js";
import {ownModel} from "./own-model.js";
import type {OwnModel} from "./scenario.js";

/**
 * A model of the reader's own as text for an address: JSON of what differs from a plain shape, e.g.
 * {"name":"LLaMA-7B, changed","hiddenSize":5120,"headDim":160}.
 */
export function writeOwnModel({name, architecture, file}: OwnModel): string {
  const {name: title, ...shape} = architecture;
  const written: Record<string, unknown> = {
    name,
    ...(title !== name && {title}),
    ...differing(shape, plain),
    ...(file && {file: file.name, bytes: file.bytes}),
  };
  for (const [part, template] of Object.entries(optional)) {
    const given = architecture[part as keyof typeof optional];
    if (given !== undefined) written[part] = differing({...given}, template);
  }
  return JSON.stringify(written);
}

/**
 * Reads it back. What is written there may come from anyone.
 *
 * @throws a sentence that names what is wrong.
 */
export function readOwnModel(text: string): OwnModel {
  if (text.length > longest) {
    throw new Error(`own has ${text.length} characters; it should have at most ${longest}`);
  }
  const json: unknown = JSON.parse(text);
  if (!isObject(json)) throw new Error("own is no object; it should be one");
  const {name, title = name, file, bytes, ...rest} = json;
  const isPart = ([field]: readonly [string, unknown]) => Object.hasOwn(optional, field);
  const fields = Object.entries(rest);
  const shape = Object.fromEntries(fields.filter((entry) => !isPart(entry)));
  const parts = fields.filter(isPart).map(([field, value]) => {
    return [field, filled(optional[field as keyof typeof optional], value, field)] as const;
  });
  // Every field is there and of its kind; ownModel() looks at the sizes.
  const architecture = {
    name: typed("string", title, "title"),
    ...filled(plain, shape, "own"),
    ...Object.fromEntries(parts),
  } as unknown as Architecture;
  oneOf([2, 3], architecture.feedForwardMatrices, "feedForwardMatrices");
  oneOf([1, 2, 4], architecture.norms.perLayer, "norms.perLayer");
  return ownModel({
    name: typed("string", name, "name"),
    architecture,
    ...(file !== undefined && {
      file: {name: typed("string", file, "file"), bytes: typed("number", bytes, "bytes")},
    }),
  });
}

const longest = 4000; // characters: what is written here has a quarter of it

/** LLaMA-7B's shape. It never changes: what published links leave out stands here. */
const plain = {
  family: "llama",
  numLayers: 32,
  hiddenSize: 4096,
  numHeads: 32,
  numKvHeads: 32,
  headDim: 128,
  intermediateSize: 11_008,
  vocabSize: 32_000,
  tieEmbeddings: false,
  feedForwardMatrices: 3,
  biases: {queryKeyValue: false, attentionOutput: false, feedForward: false},
  norms: {perLayer: 2, bias: false},
  qkNorm: false,
  attentionSinks: false,
  learnedPositions: 0,
} as const satisfies Omit<Architecture, "name">;

/** Parts that a model may have: absent where nothing is written, else what differs from these. */
const optional = {
  slidingWindow: {tokens: 4096, layers: 0},
  latentAttention: {
    queryRank: 0, // none
    keyValueRank: 512,
    nopeHeadDim: 128,
    ropeHeadDim: 64,
    valueHeadDim: 128,
  },
  experts: {
    count: 8,
    perToken: 2,
    intermediateSize: 14_336,
    sharedIntermediateSize: 0,
    sharedGate: false,
    denseLayers: 0,
    routerBias: false,
    expertBias: false,
  },
} as const;

type Values = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Those fields of an object that are not as in the template. */
function differing(object: Values, template: Values): Values {
  const fields = Object.entries(object).flatMap(([field, value]) => {
    if (!Object.hasOwn(template, field) || value === template[field]) return [];
    if (!isObject(value)) return [[field, value] as const];
    const inner = differing(value, template[field] as Values);
    return Object.keys(inner).length === 0 ? [] : [[field, inner] as const];
  });
  return Object.fromEntries(fields);
}

/** The template with what is given put in: only fields that it has, each of its kind. */
function filled(template: Values, given: unknown, where: string): Values {
  if (!isObject(given)) throw new Error(`${where} is no object; it should be one`);
  const fields = Object.entries(given).map(([field, value]) => {
    const place = `${where}.${field}`;
    if (!Object.hasOwn(template, field)) throw new Error(`${place} is nothing that a model has`);
    const usual = template[field];
    if (isObject(usual)) return [field, filled(usual, value, place)] as const;
    return [field, typed(typeof usual as keyof Kinds, value, place)] as const;
  });
  return {...template, ...Object.fromEntries(fields)};
}

interface Kinds {
  string: string;
  number: number;
  boolean: boolean;
}

function typed<Kind extends keyof Kinds>(kind: Kind, value: unknown, where: string): Kinds[Kind] {
  if (typeof value === kind) return value as Kinds[Kind];
  throw new Error(`${where} is a ${typeof value}; it should be a ${kind}`);
}

function oneOf(right: readonly number[], value: number, where: string): void {
  if (!right.includes(value)) {
    throw new Error(`${where} is ${value}; it should be one of ${right.join(", ")}`);
  }
}
