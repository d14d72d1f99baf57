import type {Catalog} from "../../catalog/catalog.js";
import {againstRival, type View} from "../view.js";
import type {Quantity} from "./quantity.js";

/** Quantities of the chapter on prompts: two machines, a prompt, an answer, several GPUs. */
export const promptQuantities = {
  promptTokens: ({scenario}) => scenario.promptTokens,
  answerTokens: ({scenario}) => scenario.answerTokens,
  devices: ({scenario}) => scenario.devices,

  // The second machine.
  rivalBandwidth: ({rival}) => rival.hardware.bandwidth,
  rivalFlops: (view, catalog) => againstRival(view, catalog).simple.flops,
  rivalSpeed: (view, catalog) => againstRival(view, catalog).simple.tokensPerSecond,
  /** How many times longer the machine takes for a token than the second one. */
  decodeGap: (view, catalog) => gap(view, catalog, ({simple}) => simple.seconds),
} satisfies Record<string, Quantity>;

const gap = (view: View, catalog: Catalog, seconds: (view: View) => number): number =>
  seconds(view) / seconds(againstRival(view, catalog));
