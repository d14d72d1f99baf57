import {contents} from "./contents.js";
import {controls} from "./controls.js";
import {figures} from "./figures/index.js";
import {formulas} from "./formulas.js";
import {guess} from "./guess.js";
import {laws} from "./laws.js";
import {page} from "./page.js";
import {quantities} from "./quantities.js";
import {sources} from "./sources.js";
import {tables} from "./tables.js";

/**
 * Every word that a component says, in English. Another language is another object of this type:
 * the compiler finds what is left out. Numbers arrive already written by Intl.
 */
export const en = {
  locale: "en",
  page,
  contents,
  controls,
  quantities,
  guess,
  tables,
  figures,
  formulas,
  laws,
  sources,
};

export type Messages = typeof en;
