import type {Catalog} from "../../catalog/catalog.js";
import {againstRival, type View} from "../view.js";
import {conversationQuantities} from "../quantities/conversation.js";

interface SheetChoice {
  options: readonly string[];
  /** Which of them the laws call right. */
  right(view: View, catalog: Catalog): string;
}

/** Questions whose answer is one of two words. */
export const sheetChoices = {
  clock: {
    options: ["memory", "arithmetic"],
    right: ({simple}) => (simple.computeSeconds > simple.memorySeconds ? "arithmetic" : "memory"),
  },
  faster: {
    options: ["first", "second"],
    right: (view, catalog) =>
      view.simple.tokensPerSecond > againstRival(view, catalog).simple.tokensPerSecond
        ? "first"
        : "second",
  },
  grows: {
    options: ["model", "conversation"],
    right: (view) =>
      view.scenario.context * conversationQuantities.tokenBytes(view) > view.simple.weightBytes
        ? "conversation"
        : "model",
  },
} satisfies Readonly<Record<string, SheetChoice>>;

export type ChoiceName = keyof typeof sheetChoices;
