import type {Presentation} from "../present/present.js";
import type {Page} from "./context.js";

/** The address's key for the step that is shown to an audience, e.g. "?present=3". */
const presentKey = "present";

/**
 * Lets the page be presented: by its link, and at once where the address says so. What presents is
 * fetched only then.
 */
export function attachPresent(page: Page): void {
  const link = document.querySelector<HTMLAnchorElement>("[data-present]");
  if (link === null) return;
  let shown: Promise<Presentation> | undefined;
  const begin = (step?: number): void => {
    shown ??= import("../present/present.js").then(({present}) =>
      present(page, step, (at) => {
        keepStep(at);
        if (at !== undefined) return;
        shown = undefined;
        link.focus({preventScroll: true});
      }),
    );
  };
  const follow = async (): Promise<void> => {
    const step = stepIn(location.search);
    if (step === undefined) return (await shown)?.leave();
    if (shown === undefined) begin(step);
    else (await shown).show(step);
  };
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a window of its own
    event.preventDefault();
    begin();
  });
  addEventListener("popstate", () => void follow());
  void follow();
}

/** The step stands in the address, so that a reload and a link come back to it. */
function keepStep(step: number | undefined): void {
  const address = new URL(location.href);
  if (step === undefined) address.searchParams.delete(presentKey);
  else address.searchParams.set(presentKey, String(step));
  history.replaceState(history.state, "", address);
}

/** The step that an address asks for, from 1; anything that is no number begins at the beginning. */
function stepIn(query: string): number | undefined {
  const text = new URLSearchParams(query).get(presentKey);
  if (text === null) return undefined;
  return /^\d{1,4}$/.test(text) ? Math.max(1, Number(text)) : 1;
}
