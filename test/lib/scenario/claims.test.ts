import {describe, expect, it, test} from "vitest";
import {readCatalog} from "../../../src/data/read-catalog.js";
import {nearestCache, recipesFor} from "../../../src/lib/scenario/claims/recipes.js";
import {
  articleNumbers,
  countVerdicts,
  recountAll,
} from "../../../src/lib/scenario/claims/recount.js";
import {entries, rowsOf, topics} from "../../../src/lib/scenario/claims/topics.js";
import {agree, verdictOn} from "../../../src/lib/scenario/claims/verdict.js";

const catalog = readCatalog();
const recounts = recountAll(catalog);
const all = [...recounts.values()];
const ids = catalog.claims.map(({id}) => id);

describe("the claims, recomputed", () => {
  it.each(all)("$claim.id is what data/claims.csv says of it", ({claim, verdict, corrected}) => {
    expect(verdict).toBe(claim.verdict);
    // The table has as many digits as a reader may want; it must agree to the last of them.
    if (claim.corrected === undefined) return;
    expect(corrected!.value / claim.corrected).toBeCloseTo(1, 3);
  });

  it("have a recipe each, and no recipe is left over", () => {
    expect(Object.keys(recipesFor(catalog)).sort()).toEqual([...ids].sort());
  });

  it("stand in one entry each", () => {
    expect(entries.flatMap((entry) => rowsOf(entry, ids)).sort()).toEqual([...ids].sort());
    expect(rowsOf("latency-table", ids)).toHaveLength(16);
  });

  it("are counted without what is no number, and without other people's", () => {
    const numbers = articleNumbers(catalog);
    const without = catalog.claims.filter(
      ({value, source}) => value === undefined || !source.includes("LLaMa.cpp possible"),
    );
    expect(numbers).toHaveLength(ids.length - without.length);
    const counts = countVerdicts(catalog).map(({count}) => count);
    expect(counts.reduce((sum, count) => sum + count)).toBe(numbers.length);
  });

  it("are computed once", () => {
    expect(recountAll(catalog)).toBe(recounts);
  });
});

describe("a verdict", () => {
  const of = (value: number, unit = "ms") => ({inputs: {}, result: value, value, unit});

  it.each([
    ["right", 16.8, {corrected: of(16.796)}],
    ["right", 161, {own: of(322.5), corrected: of(161.2)}],
    ["factor of two", 14.47, {own: of(14.47), corrected: of(7.235)}],
    ["factor of two", 10, {own: of(9.75), corrected: of(19.5)}],
    ["other figure", 82.6, {own: of(82.58), corrected: of(200)}],
    ["other figure", 5.5, {corrected: of(2.6), isOfOther: true as const}],
    ["units", 2, {own: of(1.75, "s/token"), corrected: of(1.14)}],
    ["units", 104, {corrected: of(0.104)}],
    ["units", 1, {cases: {holds: 1, of: 4, unlike: true as const}}],
    ["not reproducible", 0.1, {own: of(0.96), corrected: of(0.96)}],
    ["not reproducible", 1.33, {}],
    ["not reproducible", 1, {cases: {holds: 0, of: 4}}],
    ["with exceptions", 1, {cases: {holds: 3, of: 4}}],
    ["right", 1, {cases: {holds: 4, of: 4}}],
  ] as const)("is “%s” for %d beside %o", (verdict, printed, recipe) => {
    expect(verdictOn(printed, "ms", recipe)).toBe(verdict);
  });
});

test("numbers agree in as many digits as are printed, or to half a percent", () => {
  expect(agree(1.75, 2)).toBe(true);
  expect(agree(1.14, 2)).toBe(false);
  expect(agree(276.4, 277)).toBe(true);
  expect(agree(270, 277)).toBe(false);
  expect(agree(1.342, 1.33)).toBe(false);
});

test("no cache of the article's models has 1.33 GB; the nearest has 512 tokens of 65 billion", () => {
  const {bytes, ...size} = nearestCache(1.33e9, catalog);
  expect(size).toEqual({model: "LLaMA-65B", context: 512, bitsPerElement: 16});
  expect(agree(bytes / 1e9, 1.33)).toBe(false);
});

test("the ceilings of the article were exceeded where somebody measured", () => {
  const m1 = recounts.get("speed-m1-7b-int4")!;
  expect(m1.measured!.tokensPerSecond).toBeGreaterThan(m1.own!.value);
  for (const {measured, corrected} of all) {
    if (measured) expect(measured.tokensPerSecond).toBeLessThan(corrected!.value);
  }
});

describe("what the recount says in words", () => {
  const of = (id: string) => recounts.get(id)!;
  const verdictsOf = (list: readonly string[]) => list.map((id) => of(id).verdict);

  it("a Raspberry Pi's 1.75 seconds were read as tokens", () => {
    expect(of("speed-pi-7b-int4").own).toMatchObject({value: 1.75, unit: "s/token"});
  });

  it("of the machines' figures all bandwidths are right and two rates are not", () => {
    const bandwidths = topics.machines.filter((id) => id.startsWith("bandwidth-"));
    expect(new Set(verdictsOf(bandwidths))).toEqual(new Set(["right"]));
    const wrong = topics.machines.filter((id) => of(id).verdict !== "right");
    expect(wrong).toEqual(["flops-4090", "flops-m1"]);
  });

  it("an A100 was measured at half of what is printed for 65 billion, a quarter of the corrected", () => {
    const {measured, claim, corrected} = of("speed-a100-65b-int4");
    expect(measured!.tokensPerSecond / claim.value!).toBeCloseTo(0.5, 1);
    expect(measured!.tokensPerSecond / corrected!.value).toBeCloseTo(0.25, 2);
  });

  it("everything that is out by two is a time or a speed of the memory", () => {
    for (const {verdict, own} of all) {
      if (verdict === "factor of two") expect(own!.law).toBe("memorySecondsAsPublished");
    }
  });

  it("2.6 MB for each of 512 tokens are the 1.33 GB, and a token of LLaMA-65B leaves that much", () => {
    const {bytes, context} = nearestCache(1.33e9, catalog);
    expect((bytes / context / 1e6).toFixed(1)).toBe("2.6");
    expect(agree((2.6e6 * context) / 1e9, of("kv-cache").claim.value!)).toBe(true);
  });
});
