import type {Page} from "./context.js";

/**
 * Everything that belongs to a symbol carries it in data-symbol; a lit one has the class "lit". So a
 * page shows where a quantity stands in its equations, its charts and its sliders.
 *
 * @param root what is lit together: a page, or what stands in one element on somebody else's
 */
export function lightsIn(root: Document | HTMLElement): {
  light(symbol: string | null): void;
  follow(page: Page): void;
} {
  let lit: string | null = null;

  const light = (symbol: string | null): void => {
    lit = symbol;
    const own = `[data-symbol~="${symbol ?? ""}"]`; // nothing belongs to ""
    for (const element of root.querySelectorAll(`.lit:not(${own})`)) {
      element.classList.remove("lit");
    }
    for (const element of root.querySelectorAll(`${own}:not(.lit)`)) element.classList.add("lit");
  };

  /** Pointing at anything that belongs to a symbol lights the symbol everywhere. */
  const lightUnderPointer = (page: Page): void => {
    let pointedAt: string | null = null;
    root.addEventListener("pointerover", (event) => {
      const {target, pointerType} = event as PointerEvent;
      const element = target instanceof Element ? target.closest("[data-symbol]") : null;
      const symbol = element?.getAttribute("data-symbol")?.split(" ")[0] ?? null;
      if (symbol === pointedAt || pointerType === "touch") return;
      page.light((pointedAt = symbol));
    });
  };

  return {
    light,
    follow(page) {
      page.watch(() => light(lit)); // charts write the classes of their marks anew
      lightUnderPointer(page);
    },
  };
}
