import type {Verdict} from "../../catalog/catalog.js";
import type {Recipe} from "./recipes.js";

/**
 * What a claim turns out to be, from what is printed and what is computed. A test holds it against
 * the verdict that data/claims.csv states.
 *
 * @param printed the number as the article has it; where it has a formula and no number, none
 */
export function verdictOn(printed: number | undefined, unit: string, recipe: Recipe): Verdict {
  const {own, corrected, cases} = recipe;
  if (cases !== undefined) {
    if (cases.unlike) return "units";
    if (cases.holds === cases.of) return "right";
    return cases.holds === 0 ? "not reproducible" : "with exceptions";
  }
  const claimed = printed ?? own?.value ?? NaN;
  if (corrected !== undefined && agree(corrected.value, claimed)) {
    return corrected.unit === unit ? "right" : "units";
  }
  if (corrected !== undefined && isThousandfold(claimed / corrected.value)) return "units";
  if (own !== undefined && agree(own.value, claimed)) {
    if (own.unit !== unit) return "units";
    return corrected !== undefined && isTwofold(own.value / corrected.value)
      ? "factor of two"
      : "other figure";
  }
  return recipe.isOfOther ? "other figure" : "not reproducible";
}

const nearEnough = 0.005; // 276.4 is printed as 277

/** Whether a number is what is printed, once it is rounded to as many digits. */
export function agree(computed: number, printed: number): boolean {
  const rounded = Number(computed.toPrecision(digitsOf(printed)));
  return Math.abs(rounded / printed - 1) < 1e-9 || Math.abs(computed / printed - 1) < nearEnough;
}

/** Digits that a printed number is sure of: 14.47 → 4, 30 → 1. */
function digitsOf(printed: number): number {
  const [digits = ""] = printed.toExponential().split("e");
  return Math.min(21, digits.replace(".", "").length);
}

const isTwofold = (ratio: number): boolean => Math.abs(Math.abs(Math.log2(ratio)) - 1) < 1e-9;

const isThousandfold = (ratio: number): boolean => agree(ratio, 1000);
