import type {Expression, Term} from "../expression.js";
import type {SymbolId} from "../symbols.js";

/** How a language writes the pieces of an expression. */
export interface Syntax {
  /** The sign of a product. */
  times: string;
  /** The sign before an exponent, with the space around it. */
  power: string;
  /** The functions that take the largest and the smallest of a list. */
  larger: string;
  smaller: string;
  symbol(id: SymbolId): string;
}

/** How tightly a piece holds together: what holds less tightly needs brackets inside it. */
const tightness = {sum: 1, product: 2, power: 3, whole: 4} as const;
type Tightness = (typeof tightness)[keyof typeof tightness];

/**
 * Writes an expression in a language of numbers. Brackets stand where the order of the signs would
 * mean something else, and around the whole of a product above or below a stroke.
 */
export function printExpression(expression: Expression, syntax: Syntax): string {
  return print(expression, syntax).text;
}

const longestLine = 90;

/**
 * The same on several lines, where it is long: a sum term by term, a choice one by one.
 *
 * @param indent before what stands within the brackets
 */
export function printLines(expression: Expression, syntax: Syntax, indent: string): string[] {
  const line = printExpression(expression, syntax);
  if (line.length <= longestLine) return [line];
  if (expression.kind === "sum") {
    const terms = expression.terms.map((term, i) => indent + printTerm(term, i, syntax));
    return ["(", ...terms, ")"];
  }
  if (expression.kind === "larger" || expression.kind === "smaller") {
    const choices = expression.choices.map(
      (choice) => `${indent}${printExpression(choice, syntax)},`,
    );
    return [`${syntax[expression.kind]}(`, ...choices, ")"];
  }
  return [line];
}

interface Printed {
  text: string;
  holds: Tightness;
}

function print(expression: Expression, syntax: Syntax): Printed {
  const within = (inner: Expression, least: Tightness): string => printWithin(inner, least, syntax);
  const whole = (text: string): Printed => ({text, holds: tightness.whole});

  switch (expression.kind) {
    case "number":
      return whole(expression.digits);
    case "symbol":
      return whole(syntax.symbol(expression.id));
    case "larger":
    case "smaller": {
      const choices = expression.choices.map((choice) => print(choice, syntax).text);
      return whole(`${syntax[expression.kind]}(${choices.join(", ")})`);
    }
    case "power": {
      const base = within(expression.base, tightness.whole);
      const exponent = within(expression.exponent, tightness.whole);
      return {text: base + syntax.power + exponent, holds: tightness.power};
    }
    case "quotient": {
      const over = within(expression.over, tightness.power);
      const under = within(expression.under, tightness.power);
      return {text: `${over} / ${under}`, holds: tightness.product};
    }
    case "product": {
      // A quotient among the factors keeps its brackets: in a * b / c the eye looks for the end of c.
      const factors = expression.factors.map((factor) => within(factor, tightness.power));
      return {text: factors.join(` ${syntax.times} `), holds: tightness.product};
    }
    case "sum": {
      const terms = expression.terms.map((term, i) => printTerm(term, i, syntax));
      return {text: terms.join(" "), holds: tightness.sum};
    }
  }
}

/** A term with its sign. The first has none: spreadsheets read -x^2 as (-x)^2. */
function printTerm({sign, value}: Term, index: number, syntax: Syntax): string {
  const term = printWithin(value, tightness.product, syntax);
  if (index > 0) return `${sign} ${term}`;
  return sign === "-" ? `0 - ${term}` : term;
}

/** In brackets, unless it holds together by itself. */
function printWithin(inner: Expression, least: Tightness, syntax: Syntax): string {
  const {text, holds} = print(inner, syntax);
  return holds < least ? `(${text})` : text;
}
