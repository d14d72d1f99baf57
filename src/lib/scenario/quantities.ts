import type {Catalog} from "../catalog/catalog.js";
import {basicQuantities} from "./quantities/basic.js";
import {latencyQuantities} from "./quantities/latency.js";
import {gpuQuantities} from "./quantities/gpus.js";
import {conversationQuantities} from "./quantities/conversation.js";
import {machineQuantities} from "./quantities/machines.js";
import {parameterQuantities} from "./quantities/parameters.js";
import {promptQuantities} from "./quantities/prompts.js";
import {recountQuantities} from "./quantities/recount.js";
import {precisionQuantities} from "./quantities/precision.js";
import {deviceQuantities} from "./quantities/device.js";
import {priceQuantities} from "./quantities/price.js";
import type {Quantity} from "./quantities/quantity.js";
import type {View} from "./view.js";

/**
 * Every number that an equation, a sentence or a question may show, by the name under which they
 * know it. Names of symbols are those of src/lib/formula/symbols.ts. A page in the browser brings
 * the basic ones and those of its chapter.
 */
export const quantities = {
  ...basicQuantities,
  ...latencyQuantities,
  ...precisionQuantities,
  ...priceQuantities,
  ...parameterQuantities,
  ...promptQuantities,
  ...recountQuantities,
  ...gpuQuantities,
  ...conversationQuantities,
  ...machineQuantities,
  ...deviceQuantities,
} satisfies Record<string, Quantity>;

export type QuantityName = keyof typeof quantities;

/** Some of the quantities, by name: those that a page shows. */
export type Quantities = Readonly<Partial<Record<QuantityName, Quantity>>>;

/** The value of a quantity, e.g. quantityOf("weightBytes", view, catalog). */
export function quantityOf(name: QuantityName, view: View, catalog: Catalog): number | undefined {
  const quantity: Quantity = quantities[name];
  return quantity(view, catalog);
}
