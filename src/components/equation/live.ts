import type {SymbolId} from "../../lib/formula/symbols.js";
import {viewOf, type View} from "../../lib/scenario/view.js";
import type {Attributes, Page} from "../page/context.js";
import {watchNear} from "../page/near.js";
import {isPinned, pinned} from "../page/pinned.js";
import {quantityText} from "../quantities.js";
import {attachTabs} from "../tabs.js";

/**
 * Lets the reader choose a reading and light a symbol, and keeps the numbers live. Returns the view
 * that the equation shows, which its tag may have pinned.
 */
export function keepEquationLive(element: HTMLElement, page: Page): () => View {
  const pins = {...element.dataset} as Attributes;
  const viewNow = (view: View): View =>
    isPinned(pins) ? viewOf(pinned(view.scenario, pins), page.catalog) : view;
  attachReadings(element);
  lightFromList(element, page);
  keepNumbers(element, page, viewNow);
  return () => viewNow(page.view());
}

/** One reading at a time. */
function attachReadings(element: HTMLElement): void {
  const panels = [...element.querySelectorAll<HTMLElement>("[role=tabpanel]")];
  attachTabs(element, (chosen) => {
    panels.forEach((panel, i) => panel.classList.toggle("shown", i === chosen));
  });
}

/** The letters themselves are hidden from screen readers and keyboard; the list is for everybody. */
function lightFromList(element: HTMLElement, page: Page): void {
  for (const button of element.querySelectorAll<HTMLElement>("button[data-symbol]")) {
    const light = (): void => page.light(button.dataset["symbol"] ?? null);
    button.addEventListener("focus", light);
    button.addEventListener("click", light);
    button.addEventListener("blur", () => page.light(null));
  }
}

/** Writes each symbol's value wherever it stands: seen, in the MathML, and in the spoken form. */
function keepNumbers(element: HTMLElement, page: Page, viewNow: (view: View) => View): void {
  const places = new Map<SymbolId, Element[]>();
  for (const place of element.querySelectorAll("[data-live]")) {
    const id = place.getAttribute("data-live") as SymbolId;
    places.set(id, [...(places.get(id) ?? []), place]);
  }
  const spoken = [...element.querySelectorAll("math[data-spoken]")].map((math) => ({
    math,
    pattern: math.getAttribute("data-spoken") ?? "",
  }));
  const texts = new Map<string, string>();

  const show = (current: View): void => {
    const view = viewNow(current);
    let changed = false;
    for (const [id, nodes] of places) {
      const text = quantityText(id, view, page);
      if (texts.get(id) === text) continue;
      texts.set(id, text);
      changed = true;
      for (const node of nodes) node.textContent = text;
    }
    if (!changed) return;
    for (const {math, pattern} of spoken) {
      math.setAttribute(
        "alttext",
        pattern.replace(/@(\w+)@/g, (_, id: string) => texts.get(id) ?? ""),
      );
    }
  };
  // A chapter has many equations: a drag moves those that are seen, the others when it pauses.
  watchNear(element, page, show, {soon: true});
}
