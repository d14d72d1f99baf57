import {estimate, type Estimate} from "../arithmetic/estimate.js";
import type {Format} from "../arithmetic/format.js";
import {simpleLaw, type SimpleLaw} from "../arithmetic/simple-law.js";
import type {Catalog, Machine, Model} from "../catalog/catalog.js";
import {findMachine} from "../catalog/find.js";
import {formatOf, modelOf} from "./own-model.js";
import type {Scenario} from "./scenario.js";

/** One scenario, looked up and estimated: all that an equation, a chart or a sentence shows. */
export interface View {
  scenario: Scenario;
  model: Model;
  machine: Machine;
  /** The second machine; againstRival() estimates it. */
  rival: Machine;
  format: Format;
  /** max(2PB/F, Pb/W): two terms, three numbers. */
  simple: SimpleLaw;
  /** The same with KV cache, activations, attention, experts and the fitted forecast. */
  estimate: Estimate;
}

/** Looks a scenario's names up and lets the laws run. Throws where a name is unknown. */
export function viewOf(scenario: Scenario, catalog: Catalog): View {
  const model = modelOf(scenario, catalog);
  const machine = findMachine(catalog, scenario.machine);
  const format = formatOf(scenario);
  const {architecture} = model;
  const {hardware} = machine;
  return {
    scenario,
    model,
    machine,
    rival: findMachine(catalog, scenario.rival),
    format,
    simple: simpleLaw({architecture, hardware, format, batch: scenario.batch}),
    estimate: estimate({architecture, hardware, format, ...numbersOf(scenario)}),
  };
}

const rivals = new WeakMap<View, View>();

/** The same scenario on the second machine. */
export function againstRival(view: View, catalog: Catalog): View {
  let rival = rivals.get(view);
  if (rival === undefined) {
    rival = viewOf({...view.scenario, machine: view.rival.name}, catalog);
    rivals.set(view, rival);
  }
  return rival;
}

function numbersOf(scenario: Scenario) {
  const {batch, context, promptTokens, kvBytesPerElement} = scenario;
  return {batch, context, promptTokens, kvBytesPerElement};
}
