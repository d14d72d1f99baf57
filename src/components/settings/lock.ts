import type {Scenario} from "../../lib/scenario/scenario.js";
import {choices} from "../control/choices.js";
import {sliders} from "../control/sliders.js";
import type {Page} from "../page/context.js";

/**
 * Of a change, what no locked control would make: a locked number stays when it is pulled in the
 * chart or by another control, too.
 */
export function unlocked(
  changes: Partial<Scenario>,
  locked: readonly string[],
  page: Page,
): Partial<Scenario> {
  if (locked.includes("all")) return {};
  const fields = new Set(locked.flatMap((name) => fieldsOf(name, page)));
  return Object.fromEntries(Object.entries(changes).filter(([field]) => !fields.has(field)));
}

/** The fields of the scenario that a control moves, e.g. "attention" moves the model. */
function fieldsOf(name: string, page: Page): string[] {
  const view = page.view();
  const slider = sliders[name];
  const change =
    slider === undefined
      ? choices[name]?.change(choices[name].value(view))
      : slider.change(slider.value(view), view, page);
  return Object.keys(change ?? {});
}

/** Shows which controls are locked, on the page or in a part of it. */
export function showLocked(locked: readonly string[], part: ParentNode): void {
  for (const control of part.querySelectorAll<HTMLElement>("[data-control]")) {
    const isLocked = locked.includes("all") || locked.includes(control.dataset["control"] ?? "");
    control.classList.toggle("locked", isLocked);
    const parts = "input, select, button";
    for (const part of control.querySelectorAll<HTMLInputElement>(parts)) part.disabled = isLocked;
  }
}
