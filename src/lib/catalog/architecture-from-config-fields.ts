import type {Family, Told} from "./architecture-from-config-families.js";

/** A JSON object, of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>;

/** The fields of a config, each checked when it is asked for, under the family's spelling. */
export interface Fields {
  /** Whether the config itself gives the field a value. */
  has(field: string): boolean;
  /** A whole number from 1 up. Throws where neither the config nor the family has it. */
  size(field: string): number;
  /** The same, but where it is null, or missing and the family knows none, it is worked out. */
  sizeOr(field: string, workedOut: () => number): number;
  /** A whole number from 0 up, or undefined where it is null, or missing and has no default. */
  optional(field: string): number | undefined;
  /** Whether something is so. */
  told(by: Told, otherwise?: boolean): boolean;
  /** A list, or undefined where there is none. */
  list(field: string): readonly unknown[] | undefined;
  /** Fields that were asked for, missed, and filled in. */
  assumed(): readonly string[];
}

/** The most that a field can be without being a slip; a million where nothing else is said. */
const greatest: Readonly<Record<string, number>> = {
  num_hidden_layers: 10_000,
  n_shared_experts: 1000,
  vocab_size: 100_000_000,
  max_position_embeddings: 1_000_000_000,
  sliding_window: 1_000_000_000,
};

/** Reads fields of a config as the family spells them, with its defaults, and remembers what was left out. */
export function readFields(config: Json, family: Family, nested: boolean): Fields {
  const defaults: Json = nested ? {...family.sizes, ...family.defaults} : family.defaults;
  const assumed = new Set<string>();

  const spelled = (field: string): string => {
    const own = family.spellings?.[field];
    return own === undefined || hasValue(config, field) ? field : own;
  };
  /** The config's value, or the family's; undefined where neither has one. */
  const valueOf = (field: string): unknown => {
    const given = own(config, spelled(field));
    if (given !== undefined) return given;
    const fallback = own(defaults, field);
    if (fallback !== undefined) assumed.add(spelled(field));
    return fallback;
  };
  const whole = (field: string, value: unknown, least: number): number => {
    const most = greatest[field] ?? 1_000_000;
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) {
      return value;
    }
    throw wrong(spelled(field), value, `a whole number from ${least} to ${most}`);
  };

  return {
    has: (field) => hasValue(config, spelled(field)),
    size: (field) => whole(field, valueOf(field), 1),
    sizeOr(field, workedOut) {
      const value = valueOf(field) ?? undefined;
      if (value !== undefined) return whole(field, value, 1);
      assumed.add(spelled(field));
      return workedOut();
    },
    optional(field) {
      const value = valueOf(field) ?? undefined;
      return value === undefined ? undefined : whole(field, value, 0);
    },
    told(by, otherwise = false) {
      if (typeof by === "boolean") return by;
      const value = valueOf(by) ?? otherwise;
      if (typeof value === "boolean") return value;
      throw wrong(by, value, "true or false");
    },
    list(field) {
      const value = valueOf(field) ?? undefined;
      if (value === undefined || Array.isArray(value)) return value;
      throw wrong(field, value, "a list");
    },
    assumed: () => [...assumed],
  };
}

/** An error that names a field, what is wrong with it, and what would be right. */
export function wrong(field: string, value: unknown, right: string): Error {
  return new Error(`${field} is ${shown(value)}; it should be ${right}`);
}

/** Whether a value of a config has fields: no list, and not null. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A config comes from anywhere: what it inherits, such as "constructor", is no field of it. */
export function own(object: Json, field: string): unknown {
  return Object.hasOwn(object, field) ? object[field] : undefined;
}

function hasValue(object: Json, field: string): boolean {
  return (own(object, field) ?? null) !== null;
}

/** e.g. undefined → "missing", "many" → "\"many\"", [1, 2] → "a list" */
export function shown(value: unknown): string {
  if (value === undefined) return "missing";
  if (typeof value === "string") {
    return value.length > 40 ? `${JSON.stringify(value.slice(0, 40))}…` : JSON.stringify(value);
  }
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
