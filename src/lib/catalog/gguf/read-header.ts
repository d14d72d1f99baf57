import {ByteCursor} from "./byte-cursor.js";
import type {ByteSource} from "./byte-source.js";
import {GgufError, quoted} from "./error.js";
import type {
  GgufArray,
  GgufElement,
  GgufHeader,
  GgufScalar,
  GgufTensor,
  GgufValue,
} from "./header.js";
import {tensorType} from "./tensor-types.js";

/**
 * Reads what stands before the weights of a GGUF file, however large the file is: versions 2 and 3,
 * little-endian. Nothing is believed: counts and lengths are bounded, and words of a tokenizer are
 * walked over, not kept.
 * Source: ggml, docs/gguf.md.
 *
 * @throws GgufError, or the signal's reason.
 */
export async function readGgufHeader(
  source: ByteSource,
  {signal, onProgress, keepArrays = 1024, maxBytes = 1 << 26}: ReadOptions = {},
): Promise<GgufHeader> {
  const cursor = new ByteCursor(source, {
    limit: maxBytes,
    ...(signal && {signal}),
    ...(onProgress && {
      onProgress: (bytes: number) => onProgress({bytes, ...sized("fileBytes", source.size)}),
    }),
  });
  try {
    const version = await readVersion(cursor);
    const tensorCount = await readCount(cursor, "tensors", most.tensors);
    const metadataCount = await readCount(cursor, "fields", most.fields);
    const metadata = await readMetadata(cursor, metadataCount, keepArrays);
    const alignment = alignmentIn(metadata);
    const tensors = await readTensors(cursor, tensorCount, alignment);
    const dataOffset = Math.ceil(cursor.position / alignment) * alignment;
    return {
      version,
      metadata,
      tensors,
      alignment,
      dataOffset,
      ...sized("fileBytes", source.size),
    };
  } finally {
    source.close();
  }
}

/** What may stop the reading of a header, who hears of it, and how much is kept. */
export interface ReadOptions {
  signal?: AbortSignal;
  onProgress?: (progress: {bytes: number; fileBytes?: number}) => void;
  /** Arrays of more elements than this are walked over. It may depend on the field. */
  keepArrays?: number | ((key: string) => number);
  /** A header longer than this is refused. */
  maxBytes?: number;
}

function sized<Name extends string>(name: Name, size: number | undefined) {
  return (size === undefined ? {} : {[name]: size}) as Partial<Record<Name, number>>;
}

/** Ten times what the largest models have, and more. */
const most = {
  fields: 1 << 16,
  tensors: 1 << 18,
  keyBytes: 0xffff,
  textBytes: 1 << 20,
  dims: 4,
  rows: 2 ** 40, // or columns: their product is bounded as well
  alignment: 1 << 20,
} as const;

async function readVersion(cursor: ByteCursor): Promise<2 | 3> {
  await need(cursor, 8, () => {
    throw new GgufError("not a GGUF file", "The file is too short to be a GGUF file.");
  });
  if (cursor.text(4) !== "GGUF") {
    throw new GgufError("not a GGUF file", "This is no GGUF file: it does not begin with “GGUF”.");
  }
  const version = cursor.uint32();
  if (version === 2 || version === 3) return version;
  // The first numbers of a big-endian file have their bytes the other way round.
  const what =
    version !== 0 && (version & 0xffff) === 0 ? "a big-endian file" : `version ${version}`;
  throw new GgufError(
    "not supported",
    `The file is ${what} of GGUF; only little-endian files of versions 2 and 3 can be read here.`,
  );
}

/** Waits for so many bytes; `whenShort` may say better than "cut off" what is wrong. */
async function need(cursor: ByteCursor, bytes: number, whenShort?: () => never): Promise<void> {
  if (cursor.has(bytes)) return;
  try {
    await cursor.fetch(bytes);
  } catch (error) {
    if (error instanceof GgufError && error.problem === "cut off") whenShort?.();
    throw error;
  }
}

async function readCount(cursor: ByteCursor, what: string, greatest: number): Promise<number> {
  if (!cursor.has(8)) await cursor.fetch(8);
  return bounded(cursor.uint64(), what, greatest);
}

function bounded(count: bigint, what: string, greatest: number): number {
  if (count <= BigInt(greatest)) return Number(count);
  throw new GgufError(
    "out of bounds",
    `The header says that there are ${count} ${what}; ${greatest} is the most that is believed.`,
  );
}

async function readText(cursor: ByteCursor, what: string, greatest: number): Promise<string> {
  const length = await readCount(cursor, `bytes in ${what}`, greatest);
  if (!cursor.has(length)) await cursor.fetch(length);
  return cursor.text(length);
}

async function readMetadata(
  cursor: ByteCursor,
  count: number,
  keepArrays: number | ((key: string) => number),
): Promise<Map<string, GgufValue>> {
  const mostKept = typeof keepArrays === "number" ? () => keepArrays : keepArrays;
  const metadata = new Map<string, GgufValue>();
  for (let i = 0; i < count; i++) {
    const key = await readText(cursor, "the name of a field", most.keyBytes);
    if (metadata.has(key)) throw twice("field", key);
    if (!cursor.has(4)) await cursor.fetch(4);
    const type = cursor.uint32();
    const value =
      type === arrayNumber
        ? await readArray(cursor, key, mostKept(key))
        : await readScalar(cursor, elementNumbered(type, key));
    metadata.set(key, value);
  }
  return metadata;
}

const arrayNumber = 9;

/** By the number that stands in a file; 9 is an array. */
const elementNumbers: readonly (GgufElement | undefined)[] = [
  "uint8",
  "int8",
  "uint16",
  "int16",
  "uint32",
  "int32",
  "float32",
  "bool",
  "string",
  undefined,
  "uint64",
  "int64",
  "float64",
];

function elementNumbered(number: number, key: string): GgufElement {
  const element = elementNumbers[number];
  if (element !== undefined) return element;
  throw new GgufError(
    "contradictory",
    `The field ${quoted(key)} is of type ${number}, which GGUF does not have here.`,
  );
}

const widths: Readonly<Record<Exclude<GgufElement, "string">, number>> = {
  uint8: 1,
  int8: 1,
  uint16: 2,
  int16: 2,
  uint32: 4,
  int32: 4,
  float32: 4,
  bool: 1,
  uint64: 8,
  int64: 8,
  float64: 8,
};

async function readScalar(cursor: ByteCursor, element: GgufElement): Promise<GgufScalar> {
  if (element === "string") return readText(cursor, "a text", most.textBytes);
  const width = widths[element];
  if (!cursor.has(width)) await cursor.fetch(width);
  switch (element) {
    case "bool":
      return cursor.uint8() !== 0;
    case "uint64":
    case "int64":
      return asNumber(cursor[element]());
    default:
      return cursor[element]();
  }
}

function asNumber(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

async function readArray(cursor: ByteCursor, key: string, keepArrays: number): Promise<GgufArray> {
  if (!cursor.has(4)) await cursor.fetch(4);
  const elements = elementNumbered(cursor.uint32(), key); // arrays of arrays have no number
  const length = await readCount(cursor, `elements of ${quoted(key)}`, Number.MAX_SAFE_INTEGER);
  const from = cursor.position;
  if (length > keepArrays) {
    if (elements === "string") await walkTexts(cursor, length);
    else cursor.skip(length * widths[elements]);
    return {elements, length, from, to: cursor.position};
  }
  const values: GgufScalar[] = [];
  for (let i = 0; i < length; i++) values.push(await readScalar(cursor, elements));
  return {elements, length, from, to: cursor.position, values};
}

/** Texts have to be visited one by one: where the next begins, only the one before it knows. */
async function walkTexts(cursor: ByteCursor, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    if (!cursor.has(8)) await cursor.fetch(8);
    cursor.skip(bounded(cursor.uint64(), "bytes in a text", most.textBytes));
  }
}

const usualAlignment = 32;

function alignmentIn(metadata: ReadonlyMap<string, GgufValue>): number {
  const alignment = metadata.get("general.alignment") ?? usualAlignment;
  const isRight =
    typeof alignment === "number" &&
    alignment >= 8 &&
    alignment <= most.alignment &&
    alignment % 8 === 0;
  if (isRight) return alignment;
  throw new GgufError(
    "contradictory",
    `The field "general.alignment" should be a multiple of 8, up to ${most.alignment}.`,
  );
}

async function readTensors(
  cursor: ByteCursor,
  count: number,
  alignment: number,
): Promise<GgufTensor[]> {
  const tensors: GgufTensor[] = [];
  const names = new Set<string>();
  for (let i = 0; i < count; i++) {
    const tensor = await readTensor(cursor, alignment);
    if (names.has(tensor.name)) throw twice("tensor", tensor.name);
    names.add(tensor.name);
    tensors.push(tensor);
  }
  return tensors;
}

async function readTensor(cursor: ByteCursor, alignment: number): Promise<GgufTensor> {
  const name = await readText(cursor, "the name of a tensor", most.keyBytes);
  if (!cursor.has(4)) await cursor.fetch(4);
  const dimCount = bounded(BigInt(cursor.uint32()), `dimensions of ${quoted(name)}`, most.dims);
  const rest = 8 * dimCount + 4 + 8;
  if (!cursor.has(rest)) await cursor.fetch(rest);
  const dims: number[] = [];
  let elements = 1;
  for (let i = 0; i < dimCount; i++) {
    const dim = bounded(cursor.uint64(), `rows or columns in ${quoted(name)}`, most.rows);
    dims.push(dim);
    elements *= dim;
  }
  const typeNumber = cursor.uint32();
  const offset = cursor.uint64();
  const type = tensorType(typeNumber);
  if (type === undefined) {
    throw new GgufError(
      "not supported",
      `The tensor ${quoted(name)} is of type ${typeNumber}, which is not known here.`,
    );
  }
  const columns = dims[0] ?? 1;
  if (elements === 0) {
    throw new GgufError("contradictory", `The tensor ${quoted(name)} has no numbers.`);
  }
  if (columns % type.blockWeights !== 0) {
    throw new GgufError(
      "contradictory",
      `A row of the tensor ${quoted(name)} has ${columns} numbers; in ${type.name} it should have a multiple of ${type.blockWeights}.`,
    );
  }
  const bytes = (elements / type.blockWeights) * type.blockBytes;
  const end = Number(offset) + bytes;
  if (!Number.isSafeInteger(elements) || !Number.isSafeInteger(end)) {
    throw new GgufError("out of bounds", `The tensor ${quoted(name)} is larger than any can be.`);
  }
  if (Number(offset) % alignment !== 0) {
    throw new GgufError(
      "contradictory",
      `The tensor ${quoted(name)} begins at ${offset}; it should be a multiple of ${alignment}.`,
    );
  }
  return {name, dims, type: type.name, offset: Number(offset), elements, bytes};
}

function twice(what: string, name: string): GgufError {
  return new GgufError("contradictory", `The header has two ${what}s of the name ${quoted(name)}.`);
}
