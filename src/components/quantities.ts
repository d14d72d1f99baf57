import {measuredDecode} from "../lib/catalog/measured.js";
import {symbolNamed, symbols, type SymbolId} from "../lib/formula/symbols.js";
import {quantities, quantityOf, type QuantityName} from "../lib/scenario/quantities.js";
import type {View} from "../lib/scenario/view.js";
import type {Context} from "./page/context.js";
import {constants, relatives, writers} from "./writers.js";

/**
 * How a quantity stands in a sentence or an equation: as words, and in which colour. Memory is
 * teal, compute is burnt orange, and what belongs to a symbol lights up with it.
 */
export interface Shown {
  kind: "memory" | "compute" | "plain" | "name" | "words";
  symbol?: SymbolId;
  /** True where it follows from the measurements alone, whatever the reader chooses. */
  constant?: true;
  show(view: View, context: Context): string;
}

/** Words of a sentence that follow the scenario as its numbers do. */
const words: Readonly<Record<string, Shown>> = {
  model: {kind: "name", show: ({model}) => model.name},
  machine: {kind: "name", show: ({machine}) => machine.name},
  rival: {kind: "name", show: ({rival}) => rival.name},
  article: {kind: "words", show: ({machine}, {words}) => words.quantities.article(machine.name)},
  readers: {
    kind: "words",
    show: ({scenario: {batch}}, {words, numbers}) =>
      words.controls.readers(batch, numbers.whole(batch)),
  },
  forReaders: {
    kind: "words",
    show: ({scenario: {batch}}, {words, numbers}) =>
      words.quantities.forReaders(batch, numbers.whole(batch)),
  },
  tenReadersWait: {
    kind: "words",
    show: (view, {words, numbers, catalog}) => {
      const ratio = quantityOf("tenReaders", view, catalog)!;
      return words.quantities.asLong(ratio, numbers.number(ratio));
    },
  },
  // What the reader should know of the scenario, the weightiest first.
  remark: {
    kind: "words",
    show: ({scenario, simple, model, machine, estimate}, {words, numbers, catalog}) => {
      const {remark} = words.quantities;
      const {memoryBytes} = machine.hardware;
      if (!estimate.fits) {
        return remark.tooLarge(numbers.bytes(estimate.bytes.total), numbers.bytes(memoryBytes));
      }
      if (scenario.batch > 1) {
        return model.architecture.experts === undefined ? remark.notMeasured : remark.mixture;
      }
      const measured = measuredDecode(catalog, scenario);
      if (measured === undefined) return remark.notMeasured;
      return remark.measured(
        numbers.rate(measured.tokensPerSecond),
        numbers.percent(measured.tokensPerSecond / simple.tokensPerSecond),
      );
    },
  },
};

const names: readonly string[] = [...Object.keys(quantities), ...Object.keys(words)];

/** The quantity or the words that `{name}` stands for in a chapter. */
export function quantityNamed(name: string): Shown {
  const found = words[name];
  if (found !== undefined) return found;
  if (!isQuantity(name)) {
    throw new Error(`{${name}} stands for no quantity; there are ${names.join(", ")}`);
  }
  const symbol = name in symbols ? (name as SymbolId) : relatives[name];
  return {
    kind: symbol === undefined ? "plain" : symbolNamed(symbol).kind,
    ...(symbol && {symbol}),
    ...(constants.includes(name) && {constant: true}),
    show: (view, context) => quantityText(name, view, context),
  };
}

/** A quantity as people read it, e.g. "68.3 GB/s". */
export function quantityText(name: QuantityName, view: View, context: Context): string {
  const value = quantityOf(name, view, context.catalog);
  return value === undefined
    ? context.words.quantities.unknown
    : context.numbers[writers[name]](value);
}

/** The value that a question asks for, in SI units. */
export function valueOf(name: string, view: View, {catalog}: Context): number {
  const value = isQuantity(name) ? quantityOf(name, view, catalog) : undefined;
  if (value === undefined) throw new Error(`data-guess is "${name}", which has no value here`);
  return value;
}

function isQuantity(name: string): name is QuantityName {
  return name in quantities;
}
