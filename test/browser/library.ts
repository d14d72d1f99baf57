import type {Attributes, BuildContext} from "../../src/components/page/context.js";
import {scenarioAt} from "../../src/components/page/chapters.js";
import {pinned} from "../../src/components/page/pinned.js";
import {builtEn} from "../../src/components/messages/en/built.js";
import {createNumbers} from "../../src/components/numbers.js";
import {quantities} from "../../src/lib/scenario/quantities.js";
import {readCatalog} from "../../src/data/read-catalog.js";
import {defaultScenario, type Scenario} from "../../src/lib/scenario/scenario.js";
import {viewOf, type View} from "../../src/lib/scenario/view.js";

/** The facts, words and numbers that the site is built with, here in Node. */
export const context: BuildContext = {
  catalog: readCatalog(),
  quantities,
  words: builtEn,
  numbers: createNumbers(builtEn.locale),
};

/** The scenario with which a page of the site begins, e.g. "pages/latency.html". */
export function beginningOf(path: string): Scenario {
  return {...defaultScenario, ...scenarioAt(`/${path.replace(/\.html$/, "")}`)};
}

/** What the laws make of a scenario, or of one in which a tag fixes some fields. */
export function viewFor(scenario: Scenario, attributes: Attributes = {}): View {
  return viewOf(pinned(scenario, attributes), context.catalog);
}
