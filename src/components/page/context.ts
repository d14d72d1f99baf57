import type {Catalog} from "../../lib/catalog/catalog.js";
import type {Quantities} from "../../lib/scenario/quantities.js";
import type {Scenario} from "../../lib/scenario/scenario.js";
import type {View} from "../../lib/scenario/view.js";
import type {Draw} from "../equation/typeset.js";
import type {BuiltMessages} from "../messages/en/built.js";
import type {Messages} from "../messages/en/index.js";
import type {Numbers} from "../numbers.js";

/** What every component needs to speak: the facts, the words and the numbers of one language. */
export interface Context {
  catalog: Catalog;
  /** What numbers may be shown: all while the site is built, in the browser those of the page. */
  quantities: Quantities;
  words: Messages;
  numbers: Numbers;
}

/** The same while the site is built, with the words that only the build writes. */
export interface BuildContext extends Context {
  words: BuiltMessages;
  /** How an equation is drawn for the eye; by KaTeX unless told. */
  draw?: Draw;
}

/**
 * The first life of an element: fills its tag when the site is built, for the page's default
 * scenario. Returns HTML.
 */
export type Render = (attributes: Attributes, view: View, context: BuildContext) => string;

/** The second life: takes the same element over in the browser and keeps it live. */
export type Attach = (element: HTMLElement, page: Page) => void;

/** The data-* attributes of the tag in the chapter's Markdown, e.g. {figure: "roofline"}. */
export type Attributes = Readonly<Record<string, string>>;

/** The live page: one scenario, everyone who shows it, and what the reader points at. */
export interface Page extends Context {
  /** The scenario that is shown now, estimated. */
  view(): View;
  /** Calls `show` now and, at most once a frame, after every change. */
  watch(show: (view: View) => void): void;
  /**
   * Changes the scenario. A drag in progress (`settled` false) replaces the address; a settled
   * choice adds a step to the history, so that the back button undoes it.
   */
  change(changes: Partial<Scenario>, settled?: boolean): void;
  /** The address of what is shown now, with every choice spelled out, and a place on the page. */
  link(place: string): string;
  /** Aborted when what is shown leaves its document, as an element may. A whole page never ends. */
  ended?: AbortSignal;
  /** Lights a symbol everywhere, e.g. "bandwidth"; null puts all lights out. */
  light(symbol: string | null): void;
}
