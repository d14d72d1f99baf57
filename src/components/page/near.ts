import type {View} from "../../lib/scenario/view.js";
import type {Page} from "./context.js";

const pause = 200; // ms without a change

/**
 * Like page.watch, for what is costly to show: it is called only while the element is near the
 * screen, once when it comes near, and before the page is printed.
 *
 * @param soon whether what is far from the screen follows too, once the reader pauses
 */
export function watchNear(
  element: Element,
  page: Page,
  show: (view: View) => void,
  {soon = false} = {},
): void {
  let isNear = false;
  let waiting: View | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;
  const catchUp = (): void => {
    if (waiting === undefined) return;
    show(waiting);
    waiting = undefined;
  };
  new IntersectionObserver(
    ([entry]) => {
      isNear = entry!.isIntersecting;
      if (isNear) catchUp();
    },
    {rootMargin: "300px"},
  ).observe(element);
  addEventListener("beforeprint", catchUp, page.ended && {signal: page.ended});
  page.watch((view) => {
    waiting = view;
    if (isNear) return catchUp();
    clearTimeout(later);
    if (soon) later = setTimeout(catchUp, pause);
  });
}
