import type {Catalog} from "../../lib/catalog/catalog.js";
import type {Scenario} from "../../lib/scenario/scenario.js";
import {viewOf, type View} from "../../lib/scenario/view.js";

/** Holds the view, and calls everyone who shows it at most once a frame. */
export function createStage(catalog: () => Catalog, scenario: Scenario) {
  const watchers: ((view: View) => void)[] = [];
  let view = viewOf(scenario, catalog());
  let waiting = false;

  const showAll = (): void => {
    waiting = false;
    for (const watcher of watchers) watcher(view);
  };
  return {
    current: () => view,
    watch(watcher: (view: View) => void): void {
      watchers.push(watcher);
      watcher(view);
    },
    show(next: Scenario): void {
      view = viewOf(next, catalog());
      if (!waiting) requestAnimationFrame(showAll);
      waiting = true;
    },
  };
}
