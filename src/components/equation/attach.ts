import type {Attach} from "../page/context.js";
import {keepEquationLive} from "./live.js";
import {attachEquationMenu} from "./menu.js";

/** Keeps an equation live, and gives its card a menu. */
export const attachEquation: Attach = (element, page) => {
  attachEquationMenu(element, page, keepEquationLive(element, page));
};
