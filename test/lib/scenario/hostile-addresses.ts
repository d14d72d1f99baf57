import fc from "fast-check";
import type {Catalog} from "../../../src/lib/catalog/catalog.js";
import {writeAddress} from "../../../src/lib/scenario/address.js";
import {defaultScenario} from "../../../src/lib/scenario/scenario.js";

/** Values as a stranger would try them. */
export const hostileTexts = [
  "",
  " ",
  "NaN",
  "Infinity",
  "-Infinity",
  "-0",
  "1e309",
  "1e-309",
  "0x10",
  "9007199254740993",
  "1,5",
  "١٢",
  "%",
  "%00",
  "%E0%A4%A",
  "__proto__",
  "constructor",
  "toString",
  "<img src=x onerror=alert(1)>",
  "javascript:alert(1)",
  "\u202e\u0000\ud800",
  "[]",
  "{}",
  "null",
  '{"__proto__":{"name":"x"}}',
  "a".repeat(100_000),
] as const;

/** Queries as nobody would write them, e.g. "?batch=1e309&model=__proto__": keys of ours and others. */
export function hostileAddresses(catalog: Catalog): fc.Arbitrary<string> {
  const keys = new URLSearchParams(writeAddress(defaultScenario, undefined, {whole: true})).keys();
  const key = fc.oneof(
    {weight: 8, arbitrary: fc.constantFrom(...keys, "own", "v")},
    fc.constantFrom("__proto__", "constructor", "theme", "hide", "lock"),
    fc.string(),
  );
  const value = fc.oneof(
    fc.constantFrom(...hostileTexts),
    fc.string({unit: "binary", maxLength: 40}),
    fc.double().map(String),
    fc.integer().map(String),
    fc.constantFrom(...catalog.models, ...catalog.machines).map(({name}) => name),
    fc.json(),
  );
  const written = fc
    .array(fc.tuple(key, value), {maxLength: 12})
    .map((pairs) => `?${new URLSearchParams(pairs)}`);
  const scribbled = fc
    .array(fc.tuple(key, value), {maxLength: 12})
    .map((pairs) => `?${pairs.map((pair) => pair.join("=")).join("&")}`);
  return fc.oneof(written, scribbled, fc.string({unit: "binary"}));
}
