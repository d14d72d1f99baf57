import {clock} from "./clock.js";
import {controls} from "./controls.js";
import {frame} from "./figures/frame.js";
import type {figures} from "./figures/index.js";
import {guess} from "./guess.js";
import {ownModel} from "./own-model.js";
import {page} from "./page.js";
import {present} from "./present.js";
import {price} from "./price.js";
import {quantities} from "./quantities.js";
import {take} from "./take.js";
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
  present,
  price,
  tables,
  take,
  figures: frame,
};

/** The words of a page: in the browser those of its own figures alone, so it must bring them. */
export type Messages = Omit<typeof en, "figures"> & {figures: FigureWords};

/** The words of every figure, by its name in camelCase. */
export type FigureWords = typeof figures;
