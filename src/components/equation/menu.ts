import type {FormulaId} from "../../lib/formula/formulas.js";
import type {View} from "../../lib/scenario/view.js";
import {createMenu} from "../menu/menu.js";
import type {Page} from "../page/context.js";
import type {Subject as EmbedSubject} from "../share/dialog.js";
import {addEmbedEntry} from "../share/entry.js";
import {addTakeEntries, type Subject} from "../take/entries.js";

/** The one quiet menu of an equation's card. A plain equation in a sentence's place has none. */
export function attachEquationMenu(element: HTMLElement, page: Page, viewNow: () => View): void {
  const card = element.querySelector<HTMLElement>(".equation-card");
  const place = card?.querySelector<HTMLElement>('[data-part="menu"]');
  if (card === null || place === null || place === undefined) return;
  const status = document.createElement("p");
  status.className = "equation-status";
  status.setAttribute("role", "status");
  card.querySelector(".equation-head")?.after(status);

  const menu = createMenu(page.words.take.open);
  const subject: Subject = {
    place: card.id,
    formula: element.dataset["equation"] as FormulaId,
    view: viewNow,
    tell: (sentence) => (status.textContent = sentence),
  };
  addTakeEntries(menu, subject, page);
  const title = card.getAttribute("aria-label") ?? "";
  const embedded = (): EmbedSubject => ({
    name: `equation-${subject.formula}`,
    title,
    place: card.id,
    math: () => card.querySelector<MathMLElement>("math:has(annotation)")!,
  });
  addEmbedEntry(menu, embedded, page);
  place.append(menu.element);
}
