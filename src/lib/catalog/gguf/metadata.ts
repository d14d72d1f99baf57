import {GgufError, quoted} from "./error.js";
import {isArray, type GgufHeader, type GgufScalar, type GgufValue} from "./header.js";

/** The fields of a header, each checked when it is asked for. */
export interface Metadata {
  /** What it calls its architecture, by which its own fields begin, e.g. "llama". */
  prefix: string;
  /** e.g. own.number("block_count") is the field "llama.block_count". */
  own: FieldReader;
  /** e.g. general.text("name") is the field "general.name". */
  general: FieldReader;
  /** Whether the file is one of several that make the model together. */
  isSplit: boolean;
  /** Words of its tokenizer. */
  words: number | undefined;
}

/** Reads fields by their names without the prefix of the family; undefined where there is none. */
export interface FieldReader {
  number(field: string): number | undefined;
  text(field: string): string | undefined;
  /** A number that may be given for each layer; throws where layers differ. */
  sameInEachLayer(field: string): number | undefined;
  /** A list of true and false. */
  flags(field: string): readonly boolean[] | undefined;
}

/**
 * What a header tells of the model, with its fields by their bare names.
 *
 * @throws a GgufError where it does not say what kind of model it is.
 */
export function readMetadata(fields: GgufHeader["metadata"]): Metadata {
  const prefix = fields.get("general.architecture");
  if (typeof prefix !== "string" || prefix === "") {
    throw new GgufError(
      "no shape",
      "The header does not say what kind of model it is: general.architecture is missing.",
    );
  }
  const words = fields.get("tokenizer.ggml.tokens");
  return {
    prefix,
    own: fieldReader(fields, prefix),
    general: fieldReader(fields, "general"),
    isSplit: isSplit(fields),
    words: isArray(words) ? words.length : undefined,
  };
}

/** Whether a file holds only a part of the model's tensors; one that was merged again says 0 files. */
export function isSplit(fields: GgufHeader["metadata"]): boolean {
  return (fieldReader(fields, "split").number("count") ?? 0) > 1;
}

function fieldReader(fields: GgufHeader["metadata"], prefix: string): FieldReader {
  const valueOf = (field: string): GgufValue | undefined => fields.get(`${prefix}.${field}`);
  const listOf = (field: string): readonly GgufScalar[] | undefined => {
    const value = valueOf(field);
    return isArray(value) ? value.values : undefined;
  };
  return {
    number(field) {
      const value = valueOf(field);
      return typeof value === "number" ? value : undefined;
    },
    text(field) {
      const value = valueOf(field);
      return typeof value === "string" ? value : undefined;
    },
    sameInEachLayer(field) {
      const list = listOf(field);
      if (list === undefined) return this.number(field);
      const [first] = list;
      if (typeof first === "number" && list.every((value) => value === first)) return first;
      throw new GgufError(
        "no shape",
        `The layers of this ${quoted(prefix)} differ in ${field}; only models whose layers are alike can be counted here.`,
      );
    },
    flags(field) {
      return listOf(field)?.map((value) => value === true || value === 1);
    },
  };
}
