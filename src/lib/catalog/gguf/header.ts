/** What stands before the weights in a GGUF file. */
export interface GgufHeader {
  version: 2 | 3;
  /** e.g. "general.architecture" → "llama", "llama.block_count" → 32 */
  metadata: ReadonlyMap<string, GgufValue>;
  tensors: readonly GgufTensor[];
  /** Bytes between the places where tensors may begin. */
  alignment: number;
  /** Place in the file of the first tensor's first byte. */
  dataOffset: number;
  /** Bytes of the whole file, where the source knows them. */
  fileBytes?: number;
}

/** 64-bit numbers are bigint only where a number cannot hold them. */
export type GgufScalar = string | number | bigint | boolean;
export type GgufValue = GgufScalar | GgufArray;

/** A list in a header: what it holds, where it lies, and its elements where they are few. */
export interface GgufArray {
  /** What its elements are. */
  elements: GgufElement;
  length: number;
  /** Place in the file of its first element, and of the first byte behind its last. */
  from: number;
  to: number;
  /** Its elements, unless they are too many to keep, as words of a tokenizer are. */
  values?: readonly GgufScalar[];
}

export type GgufElement =
  | "uint8"
  | "int8"
  | "uint16"
  | "int16"
  | "uint32"
  | "int32"
  | "float32"
  | "bool"
  | "string"
  | "uint64"
  | "int64"
  | "float64";

/** What a header says of one tensor; its numbers are not read. */
export interface GgufTensor {
  /** e.g. "blk.0.attn_q.weight" */
  name: string;
  /** Numbers in a row first, then rows, …: a matrix of 4096 columns and 11008 rows is [4096, 11008]. */
  dims: readonly number[];
  /** How its numbers are stored, e.g. "Q4_0". */
  type: string;
  /** Place of its first byte, counted from the header's dataOffset. */
  offset: number;
  /** Numbers that it holds. */
  elements: number;
  /** Bytes that they take. */
  bytes: number;
}

/** Whether a value of the metadata is a list. */
export function isArray(value: GgufValue | undefined): value is GgufArray {
  return typeof value === "object";
}
