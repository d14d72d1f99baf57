import {measuredDecode} from "../lib/catalog/measured.js";
import {isOwnMachine} from "../lib/catalog/own-machine.js";
import type {QuantityName} from "../lib/scenario/quantities.js";
import type {Quantity} from "../lib/scenario/quantities/quantity.js";
import type {View} from "../lib/scenario/view.js";
import type {Context} from "./page/context.js";
import {writers} from "./writers.js";

/** Words of a sentence, or the name of something. */
export interface ShownWords {
  kind: "name" | "words";
  show(view: View, context: Context): string;
}

/** Words of a sentence that follow the scenario as its numbers do. */
export const shownWords: Readonly<Record<string, ShownWords>> = {
  model: {kind: "name", show: ({model}) => model.name},
  machine: {kind: "name", show: ({machine}) => machine.name},
  rival: {kind: "name", show: ({rival}) => rival.name},
  format: {kind: "name", show: ({format}) => format.name},
  stored: {kind: "name", show: ({scenario}) => scenario.stored},
  article: {
    kind: "words",
    show: ({machine: {name}}, {words}) => words.quantities.article(name, isOwnMachine(name)),
  },
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
    show: (view, context) => {
      const ratio = valueOf("tenReaders", view, context);
      return context.words.quantities.asLong(ratio, context.numbers.number(ratio));
    },
  },
  // What the reader should know of the scenario, the weightiest first.
  remark: {
    kind: "words",
    show: ({scenario, simple, model, machine, estimate}, {words, numbers, catalog}) => {
      const {remark} = words.quantities;
      const {memoryBytes} = machine.hardware;
      if (estimate.fits === false && memoryBytes !== undefined) {
        return remark.tooLarge(numbers.bytes(estimate.bytes.total), numbers.bytes(memoryBytes));
      }
      if (scenario.batch > 1) {
        return model.architecture.experts === undefined ? remark.notMeasured : remark.mixture;
      }
      const measured = measuredDecode(catalog, scenario);
      if (measured === undefined) {
        return isOwnMachine(machine.name) ? remark.notMeasuredHere : remark.notMeasured;
      }
      return remark.measured(
        numbers.rate(measured.tokensPerSecond),
        numbers.percent(measured.tokensPerSecond / simple.tokensPerSecond),
      );
    },
  },
};

/** What `{name}` in a chapter stands for: a quantity as people read it, or words. */
export function shownText(name: string, view: View, context: Context): string {
  const found = shownWords[name];
  if (found !== undefined) return found.show(view, context);
  const isUntold = view.machine.hardware.memoryBytes === undefined;
  const untold = isUntold ? untoldMemory[name] : undefined;
  return untold === undefined
    ? quantityText(name as QuantityName, view, context)
    : context.words.quantities.untold[untold];
}

/** What follows from the size of a memory that its reader has not told. */
const untoldMemory: Readonly<Record<string, "amount" | "count">> = {
  memory: "amount",
  memorySize: "amount",
  memoryBytes: "amount",
  fittingLayers: "count",
  readersThatFit: "count",
  longestContext: "count",
  tokensThatFit: "count",
};

/** A quantity as people read it, e.g. "68.3 GB/s". */
export function quantityText(name: QuantityName, view: View, context: Context): string {
  const value = quantityOn(name, context)(view, context.catalog);
  return value === undefined
    ? context.words.quantities.unknown
    : context.numbers[writers[name]](value);
}

/** The value that a question asks for, in SI units. */
export function valueOf(name: string, view: View, context: Context): number {
  const value = quantityOn(name as QuantityName, context)(view, context.catalog);
  if (value === undefined) throw new Error(`data-guess is "${name}", which has no value here`);
  return value;
}

function quantityOn(name: QuantityName, {quantities}: Context): Quantity {
  const quantity = quantities[name];
  if (quantity !== undefined) return quantity;
  throw new Error(
    `{${name}} stands for no quantity of this page; its module brings ${Object.keys(quantities).join(", ")}`,
  );
}
