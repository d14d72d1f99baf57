import {withBindings} from "./bindings.js";
import {treeOf, type Formula, type Part} from "./formula.js";
import {piecesOf} from "./pieces.js";
import {speak, type SpeechWords} from "./speech.js";
import {isCount} from "./symbols.js";
import {mapInside, mapTree, placeholder, printTex, type TexNode} from "./tex-tree.js";

/** The three ways in which an equation is read. */
export const readingNames = ["symbols", "numbers", "result"] as const;
export type ReadingName = (typeof readingNames)[number];

/** One way to read an equation, ready to be typeset. Words and live values are placeholders. */
export interface Reading {
  /** TeX with bindings, cut where it may break. */
  pieces: string[];
  /** TeX of the whole without bindings, for MathML. */
  tex: string;
  /** The same as a sentence. */
  spoken: string;
}

/** Makes a reading from the formula's tested TeX. */
export function readingOf(
  formula: Formula,
  reading: ReadingName | "line",
  words: SpeechWords,
): Reading {
  return typesetting(nodesOf(formula, reading), words);
}

/** An equation in all the forms in which a page needs it. */
export function typesetting(nodes: readonly TexNode[], words: SpeechWords): Reading {
  return {
    pieces: piecesOf(nodes, withBindings),
    tex: printTex(nodes, (node, plain) =>
      (node.kind === "value" || node.kind === "answer") && isCount(node.id)
        ? `${plain}\\text{ ${placeholder(node.id, "unit")}}`
        : plain,
    ),
    spoken: speak(nodes, words),
  };
}

/** The equation as symbols, with numbers put in, as its result, or symbols and result on a line. */
export function nodesOf(formula: Formula, reading: ReadingName | "line"): TexNode[] {
  const {left, right} = treeOf(formula);
  const terms = withParts(right, formula.parts);
  const answer: TexNode = {kind: "answer", id: formula.result};
  const hasParts = formula.parts.length > 0;
  switch (reading) {
    case "symbols":
      return [...left, equals, ...terms];
    case "numbers":
      return [...left, equals, ...withValues(terms)];
    case "result":
      // Where the equation has parts, such as two times of which one counts, they are shown too.
      return hasParts
        ? [...left, equals, ...mapParts(terms, inBrace), equals, answer]
        : [...left, equals, answer];
    case "line":
      return [
        ...left,
        equals,
        ...terms,
        equals,
        ...(hasParts ? mapParts(terms, asValue) : [answer]),
      ];
  }
}

const equals: TexNode = {kind: "operator", tex: "="};

/** Marks the parts that are quantities of their own. */
function withParts(nodes: readonly TexNode[], parts: readonly Part[]): TexNode[] {
  return mapTree(nodes, (node) => {
    const part = parts.find(({tex}) => tex === printTex([node]));
    return part === undefined ? node : {kind: "part", id: part.symbol, inside: [node]};
  });
}

type PartNode = Extract<TexNode, {kind: "part"}>;

function mapParts(nodes: readonly TexNode[], change: (part: PartNode) => TexNode): TexNode[] {
  return mapTree(nodes, (node) => (node.kind === "part" ? change(node) : node));
}

function asValue({id}: PartNode): TexNode {
  return {kind: "value", id};
}

function inBrace(part: PartNode): TexNode {
  return {...part, inside: [asValue(part)]};
}

function withValues(nodes: readonly TexNode[]): TexNode[] {
  return mapTree(withProductSigns(nodes), (node) =>
    node.kind === "symbol" ? {kind: "value", id: node.id} : node,
  );
}

/** Letters may stand side by side and mean a product; numbers need a sign between them. */
function withProductSigns(nodes: readonly TexNode[]): TexNode[] {
  const signed: TexNode[] = [];
  for (const node of nodes.filter(({kind}) => kind !== "space")) {
    const before = signed.at(-1);
    if (before !== undefined && endsFactor(before) && beginsFactor(node)) signed.push(times);
    signed.push(mapInside(node, withProductSigns));
  }
  return signed;
}

const times: TexNode = {kind: "operator", tex: "\\cdot"};

function beginsFactor({kind}: TexNode): boolean {
  return ["symbol", "number", "fraction", "parentheses", "part"].includes(kind);
}

function endsFactor(node: TexNode): boolean {
  return beginsFactor(node) || node.kind === "power";
}
