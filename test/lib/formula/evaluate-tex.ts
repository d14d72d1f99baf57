import {ComputeEngine} from "@cortex-js/compute-engine";
import {compile} from "@cortex-js/compute-engine/compile";
import {symbolNamed, type SymbolId} from "../../../src/lib/formula/symbols.js";

const engine = new ComputeEngine();
const declared = new Set<string>();

/** The name under which the engine knows a symbol: its TeX without braces and commands. */
function engineName(id: SymbolId): string {
  return symbolNamed(id)
    .tex.replace(/\\(?:mathrm|hat)/g, "")
    .replace(/[\\{}]/g, "");
}

/**
 * Reads one side of an equation with a library that knows nothing of this project, and returns the
 * function that it means. Throws where the TeX is no valid expression, or where its letters are not
 * exactly `ids`: an undeclared "e" or "d" would become a constant or a differential.
 */
export function evaluatorOf(
  tex: string,
  ids: readonly SymbolId[],
): (values: Partial<Record<SymbolId, number>>) => number {
  const names = ids.map(engineName);
  for (const name of names.filter((one) => !declared.has(one))) {
    engine.declare(name, "real");
    declared.add(name);
  }
  const expression = engine.parse(tex);
  if (!expression.isValid) throw new Error(`"${tex}" is no valid expression`);

  const found = [...expression.unknowns].sort().join(" ");
  const expected = [...names].sort().join(" ");
  if (found !== expected) {
    throw new Error(`"${tex}" has the symbols ${found}; it should have ${expected}`);
  }
  const {run, success} = compile(expression);
  if (success !== true || run === undefined) throw new Error(`"${tex}" cannot be evaluated`);
  return (values) =>
    Number(run(Object.fromEntries(ids.map((id) => [engineName(id), values[id] ?? NaN]))));
}
