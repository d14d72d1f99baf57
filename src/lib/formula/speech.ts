import {splitAt} from "./expression.js";
import {isCount} from "./symbols.js";
import {placeholder, type TexNode} from "./tex-tree.js";

/** How the signs of a formula are said, in the reader's language. */
export interface SpeechWords {
  equals: (sides: readonly string[]) => string;
  plus: (left: string, right: string) => string;
  minus: (left: string, right: string) => string;
  times: (factors: readonly string[]) => string;
  over: (above: string, below: string) => string;
  power: (base: string, exponent: string) => string;
  larger: (choices: readonly string[]) => string;
  smaller: (choices: readonly string[]) => string;
  grouped: (inside: string) => string;
}

/**
 * Says an equation in words: "time per token equals the larger of …". It is made from the same tree
 * as what is seen, so eye and ear get the same formula. Names and values are placeholders.
 */
export function speak(nodes: readonly TexNode[], words: SpeechWords): string {
  const sides = splitAt(nodes, ["="]).map(({nodes: side}) => saySum(side, words));
  return sides.length === 1 ? sides[0]! : words.equals(sides);
}

function saySum(nodes: readonly TexNode[], words: SpeechWords): string {
  const terms = splitAt(nodes, ["+", "-"]).map(({sign, nodes: term}) => ({
    sign,
    said: sayProduct(term, words),
  }));
  return terms
    .slice(1)
    .reduce(
      (left, {sign, said}) => (sign === "-" ? words.minus(left, said) : words.plus(left, said)),
      terms[0]!.said,
    );
}

function sayProduct(nodes: readonly TexNode[], words: SpeechWords): string {
  const factors: string[] = [];
  let choice: ((choices: readonly string[]) => string) | undefined;
  for (const node of nodes) {
    if (node.kind === "choice") {
      choice = node.tex === "\\max" ? words.larger : words.smaller;
    } else if (node.kind === "parentheses" && choice !== undefined) {
      factors.push(choice(splitAt(node.inside, [","]).map(({nodes: one}) => saySum(one, words))));
      choice = undefined;
    } else if (node.kind === "power") {
      factors.push(words.power(factors.pop() ?? "", saySum(node.inside, words)));
    } else if (node.kind !== "space" && node.kind !== "operator") {
      factors.push(sayFactor(node, words));
    }
  }
  return factors.length === 1 ? factors[0]! : words.times(factors);
}

function sayFactor(node: TexNode, words: SpeechWords): string {
  switch (node.kind) {
    case "symbol":
      return placeholder(node.id, "name");
    case "value":
    case "answer":
      return placeholder(node.id) + (isCount(node.id) ? ` ${placeholder(node.id, "unit")}` : "");
    case "number":
      return node.digits;
    case "fraction":
      return words.over(saySum(node.over, words), saySum(node.under, words));
    case "parentheses":
      return words.grouped(saySum(node.inside, words));
    case "part":
      return saySum(node.inside, words);
    default:
      throw new Error(`a ${node.kind} is no factor`);
  }
}
