import type {Expression} from "../expression.js";
import type {SymbolId} from "../symbols.js";

/** How a language writes the pieces of an expression. */
export interface Syntax {
  times: string;
  symbol(id: SymbolId): string;
  power(base: string, exponent: string): string;
  larger(choices: readonly string[]): string;
  smaller(choices: readonly string[]): string;
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

interface Printed {
  text: string;
  holds: Tightness;
}

function print(expression: Expression, syntax: Syntax): Printed {
  const within = (inner: Expression, least: Tightness): string => {
    const {text, holds} = print(inner, syntax);
    return holds < least ? `(${text})` : text;
  };
  const all = (choices: readonly Expression[]): string[] =>
    choices.map((choice) => print(choice, syntax).text);
  const whole = (text: string): Printed => ({text, holds: tightness.whole});

  switch (expression.kind) {
    case "number":
      return whole(expression.digits);
    case "symbol":
      return whole(syntax.symbol(expression.id));
    case "larger":
      return whole(syntax.larger(all(expression.choices)));
    case "smaller":
      return whole(syntax.smaller(all(expression.choices)));
    case "power": {
      const base = within(expression.base, tightness.whole);
      const exponent = within(expression.exponent, tightness.whole);
      return {text: syntax.power(base, exponent), holds: tightness.power};
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
      const text = expression.terms
        .map(({sign, value}, i) => {
          const term = within(value, tightness.product);
          if (i > 0) return `${sign} ${term}`;
          return sign === "-" ? `0 - ${term}` : term; // spreadsheets read -x^2 as (-x)^2
        })
        .join(" ");
      return {text, holds: tightness.sum};
    }
  }
}
