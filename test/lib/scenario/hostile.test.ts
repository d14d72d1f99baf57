import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readCatalog} from "../../../src/data/read-catalog.js";
import {checkArchitecture} from "../../../src/lib/arithmetic/check-inputs.js";
import {kvBytesPerToken} from "../../../src/lib/arithmetic/kv-cache.js";
import {parameterCount} from "../../../src/lib/arithmetic/parameters.js";
import {architectureFromConfig} from "../../../src/lib/catalog/architecture-from-config.js";
import {readAddress, scenarioRanges, writeAddress} from "../../../src/lib/scenario/address.js";
import {namesIn} from "../../../src/lib/scenario/names.js";
import {quantities, quantityOf, type QuantityName} from "../../../src/lib/scenario/quantities.js";
import {viewOf} from "../../../src/lib/scenario/view.js";
import * as configs from "../catalog/huggingface-configs.js";
import {hostileAddresses, hostileTexts} from "./hostile-addresses.js";

// What strangers send: addresses and configs, random and hostile. Each is put right and told of, or
// refused with a sentence; none throws anything else, and none puts a NaN on the screen.
// FUZZ=100000 tries more of them than the usual 2,000.

const numRuns = Number(process.env["FUZZ"] ?? 2000);
const limit = 60_000 + numRuns * 50; // milliseconds: a frozen reader, not a slow machine

const catalog = readCatalog();
const names = namesIn(catalog);

describe("an address as nobody would write it", () => {
  const address = hostileAddresses(catalog);

  it(
    "is read as a scenario that every law takes, and is written as one",
    () => {
      fc.assert(
        fc.property(address, (query) => {
          const {scenario} = readAddress(query, names);
          for (const [field, {min, max, integer}] of Object.entries(scenarioRanges)) {
            const chosen = scenario[field as keyof typeof scenarioRanges];
            expect(chosen, field).toBeGreaterThanOrEqual(min);
            expect(chosen, field).toBeLessThanOrEqual(max);
            if (integer) expect(chosen, field).toSatisfy(Number.isInteger);
          }
          const view = viewOf(scenario, catalog);
          expect(view.simple.seconds).toSatisfy(Number.isFinite);
          expect(view.estimate.decode.roofSeconds).toSatisfy(Number.isFinite);
          expect(readAddress(writeAddress(scenario), names)).toEqual({scenario, corrections: []});
        }),
        {numRuns},
      );
    },
    limit,
  );

  it(
    "leaves no number of any page without a value that can be written",
    () => {
      fc.assert(
        fc.property(address, (query) => {
          const view = viewOf(readAddress(query, names).scenario, catalog);
          for (const name of Object.keys(quantities) as QuantityName[]) {
            const value = quantityOf(name, view, catalog);
            if (value !== undefined) expect(value, `${name} of ${query}`).not.toBeNaN();
          }
        }),
        {numRuns: Math.ceil(numRuns / 20)},
      );
    },
    limit,
  );
});

describe("a config as nobody would write it", () => {
  const published = Object.values(configs) as Record<string, unknown>[];
  const fields = [...new Set(published.flatMap((config) => Object.keys(config)))];
  const value = fc.oneof(
    fc.constantFrom<unknown>(0, -1, 1.5, 1, 2 ** 31, 2 ** 53, 1e308, NaN, Infinity, null, true),
    fc.constantFrom<unknown>([], {}, [null], "", "llama", "0", "4096"),
    fc.constantFrom<unknown>(...hostileTexts),
    fc.anything({withNullPrototype: true, maxDepth: 2}),
    fc.integer(),
  );
  const field = fc.oneof(
    {weight: 8, arbitrary: fc.constantFrom(...fields)},
    fc.constantFrom("__proto__", "constructor", "text_config"),
    fc.string(),
  );
  const changed = fc
    .tuple(fc.constantFrom(...published), fc.array(fc.tuple(field, value), {maxLength: 4}))
    .map(([config, changes]): unknown => ({...config, ...Object.fromEntries(changes)}));
  const config = fc.oneof(
    {weight: 6, arbitrary: changed},
    fc.array(fc.tuple(field, value)).map((pairs): unknown => Object.fromEntries(pairs)),
    fc.anything(),
    fc.jsonValue(),
  );

  it(
    "is refused with a sentence, or is a model that every law takes",
    () => {
      let taken = 0;
      let refused = 0;
      fc.assert(
        fc.property(config, (given) => {
          let architecture;
          try {
            architecture = architectureFromConfig(given);
          } catch (error) {
            refused++;
            expect(error).toBeInstanceOf(Error);
            expect(Object.getPrototypeOf(error)).toBe(Error.prototype);
            expect((error as Error).message).toMatch(/^.{10,500}$/su);
            return;
          }
          taken++;
          checkArchitecture(architecture);
          expect(parameterCount(architecture).total).toSatisfy(Number.isSafeInteger);
          expect(kvBytesPerToken(architecture, 2)).toSatisfy(Number.isFinite);
        }),
        {numRuns},
      );
      // Neither half is empty, or it would prove nothing.
      expect(Math.min(taken, refused)).toBeGreaterThan(numRuns / 20);
    },
    limit,
  );
});
