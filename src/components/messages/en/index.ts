import {clock} from "./clock.js";
import {controls} from "./controls.js";
import {figures} from "./figures/index.js";
import {guess} from "./guess.js";
import {ownModel} from "./own-model.js";
import {page} from "./page.js";
import {quantities} from "./quantities.js";
import {tables} from "./tables.js";

/**
 * Every word that a component says in the browser, in English. Another language is another object
 * of this type: the compiler finds what is left out. Numbers arrive already written by Intl.
 */
export const en = {
  locale: "en",
  page,
  controls,
  clock,
  quantities,
  guess,
  ownModel,
  tables,
  figures,
};

export type Messages = typeof en;
