import type {Page} from "../page/context.js";
import type {Choice} from "./choices.js";

/**
 * Lets a list of names follow the scenario: the reader's own model or file stands at its end, once
 * there is one.
 */
export function followInList(list: HTMLSelectElement, choice: Choice, page: Page): void {
  const group = document.createElement("optgroup");
  group.label = page.words.controls.own;
  const option = new Option();
  group.append(option);
  page.watch((view) => {
    const own = choice.own?.(view.scenario, page);
    if (own === undefined) group.remove();
    else if (option.value !== own || group.parentElement === null) {
      option.value = option.textContent = own;
      list.append(group);
    }
    list.value = choice.value(view);
  });
}
