import {builtEn} from "../../src/components/messages/en/built.js";
import {createNumbers} from "../../src/components/numbers.js";
import type {BuildContext} from "../../src/components/page/context.js";
import {readCatalog} from "../../src/data/read-catalog.js";
import {quantities} from "../../src/lib/scenario/quantities.js";

/** What fills the pages while the site is built: the facts, the words and the numbers. */
export const context: BuildContext = {
  catalog: readCatalog(),
  quantities,
  words: builtEn,
  numbers: createNumbers(builtEn.locale),
};
