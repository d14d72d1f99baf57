import {describe, expect, it} from "vitest";
import {withBindings, withoutBindings} from "../../../src/lib/formula/bindings.js";
import {formulas} from "../../../src/lib/formula/formulas.js";
import {joinPieces, piecesOf} from "../../../src/lib/formula/pieces.js";
import {nodesOf, readingNames, readingOf} from "../../../src/lib/formula/readings.js";
import {speak, type SpeechWords} from "../../../src/lib/formula/speech.js";
import {isCount, isRate, type SymbolId} from "../../../src/lib/formula/symbols.js";
import {
  fillPlaceholders,
  parseTex,
  printTex,
  sidesOf,
  type Place,
} from "../../../src/lib/formula/tex-tree.js";

const readings = [...readingNames, "line"] as const;
const all = Object.values(formulas).flatMap((formula) =>
  readings.map((reading) => ({id: formula.id, reading, formula})),
);

const words: SpeechWords = {
  equals: (sides) => sides.join(" equals "),
  plus: (left, right) => `${left} plus ${right}`,
  minus: (left, right) => `${left} minus ${right}`,
  times: (factors) => factors.join(" times "),
  over: (above, below) => `${above} over ${below}`,
  power: (base, exponent) => `${base} to the ${exponent}`,
  larger: (choices) => `the larger of ${choices.join(" and ")}`,
  smaller: (choices) => `the smaller of ${choices.join(" and ")}`,
  grouped: (inside) => `(${inside})`,
};

const filled = (text: string): string =>
  fillPlaceholders(text, (symbol: SymbolId, place: Place) =>
    place === "name" ? symbol : `<${place} of ${symbol}>`,
  );

/** The answer's unit is no binding: it stays where the bindings are taken off. */
const withoutUnit = (tex: string): string => tex.replace(/\\text\{ \}\\text\{@\d+\.2@\}/g, "");

describe("the reading of an equation", () => {
  it.each(all)("$id as $reading keeps its TeX under the bindings", ({formula, reading}) => {
    const nodes = nodesOf(formula, reading);
    const plain = printTex(nodes);
    const bare = (tex: string): string => withoutUnit(withoutBindings(tex));
    expect(bare(printTex(nodes, withBindings))).toBe(plain);
    expect(joinPieces(piecesOf(nodes))).toBe(plain);
    expect(bare(joinPieces(readingOf(formula, reading, words).pieces))).toBe(plain);
  });

  it.each(Object.values(formulas))("$id as symbols is the tested TeX itself", (formula) => {
    const bare = (tex: string): string => tex.replaceAll(" ", "");
    expect(bare(readingOf(formula, "symbols", words).tex)).toBe(bare(formula.tex));
  });

  it.each(Object.values(formulas))("$id with numbers has one for each symbol", (formula) => {
    const {tex, spoken} = readingOf(formula, "numbers", words);
    for (const symbol of formula.symbols) {
      expect(filled(tex)).toContain(`<value of ${symbol}>`);
      expect(filled(spoken)).toContain(`<value of ${symbol}>`);
    }
  });

  it.each(Object.values(formulas))("$id as result ends with the answer", (formula) => {
    const {tex} = readingOf(formula, "result", words);
    const answer = `<value of ${formula.result}>`;
    const unit = isCount(formula.result) ? ` <unit of ${formula.result}>` : "";
    expect(
      filled(tex)
        .replace(/\\text\{([^}]*)\}/g, "$1")
        .endsWith(answer + unit),
    ).toBe(true);
  });

  it.each(all)("$id as $reading leaves no brace open in any piece", ({formula, reading}) => {
    for (const piece of readingOf(formula, reading, words).pieces) {
      const count = (brace: RegExp): number => piece.match(brace)?.length ?? 0;
      expect(count(/\{/g)).toBe(count(/\}/g));
    }
  });
});

describe("an equation, said aloud", () => {
  const said = (id: keyof typeof formulas, reading: (typeof readings)[number]): string =>
    filled(readingOf(formulas[id], reading, words).spoken);

  it("names its symbols", () => {
    expect(said("latency", "symbols")).toBe(
      "seconds equals the larger of " +
        "2 times parameters times batch over flops and parameters times bytesPerWeight over bandwidth",
    );
    expect(said("roofline", "symbols")).toMatch(
      /^attainableFlops equals the smaller of flops and /,
    );
    expect(said("forecast", "symbols")).toMatch(/ plus overhead$/);
    expect(said("expectedExperts", "symbols")).toBe(
      "expectedExperts equals experts times (1 minus (1 minus expertsPerToken over experts) to the batch)",
    );
  });

  it("says numbers with what they count", () => {
    expect(said("criticalBatch", "line")).toMatch(
      / equals <value of criticalBatch> <unit of criticalBatch>$/,
    );
  });

  it("says a part of a formula by itself, too", () => {
    const product = parseTex("2 P", ["parameters"]);
    expect(filled(speak(product, words))).toBe("2 times parameters");
  });
});

describe("TeX that is no equation", () => {
  it("is refused", () => {
    expect(() => sidesOf(parseTex("2 P", ["parameters"]))).toThrow("has no equals sign");
    expect(() => parseTex("2 Q", ["parameters"])).toThrow();
    expect(() => withoutBindings("\\underbrace{a")).toThrow(
      'a brace stays open in "\\underbrace{a"',
    );
  });
});

describe("a symbol's unit", () => {
  it("is said where its value is a plain number", () => {
    expect(isCount("batch")).toBe(true);
    expect(isCount("bandwidth")).toBe(false);
    expect(isRate("bytesPerWeight")).toBe(true);
    expect(isRate("batch")).toBe(false);
    expect(isRate("flops")).toBe(false);
  });
});
