import {controls} from "./controls.js";
import {figures} from "./figures.js";
import {formulas} from "./formulas.js";
import {page} from "./page.js";
import {quantities} from "./quantities.js";

/**
 * Every word that a component says, in English. Another language is another object of this type:
 * the compiler finds what is left out. Numbers arrive already written by Intl.
 */
export const en = {locale: "en", page, controls, quantities, figures, formulas};

export type Messages = typeof en;
