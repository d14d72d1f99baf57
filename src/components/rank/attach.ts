import {ranking, scoreRanking} from "../../lib/scenario/ranking.js";
import {viewOf} from "../../lib/scenario/view.js";
import type {Attach, Attributes, Page} from "../page/context.js";
import {pinned} from "../page/pinned.js";
import {answersAreClosed} from "../settings/reveal.js";

/** Lets the reader put names in order, by pointer or by keyboard, and commit to it. */
export const attachRank: Attach = (element, page) => {
  const list = element.querySelector<HTMLOListElement>(".rank-list")!;
  const verdict = element.querySelector<HTMLElement>(".verdict")!;
  const scene = element.closest<HTMLElement>(".predict");

  moveByButtons(list);
  moveByPointer(list);

  element.querySelector("form")!.addEventListener("submit", (event) => {
    event.preventDefault();
    const order = namesIn(list);
    verdict.textContent = answersAreClosed()
      ? page.words.page.noted(order.join(", "))
      : verdictOn(order, {...element.dataset} as Attributes, page);
    scene?.classList.add("committed");
    if (!answersAreClosed())
      scene?.dispatchEvent(new CustomEvent("guess", {detail: order.join(",")}));
  });
};

const rowsIn = (list: Element): HTMLLIElement[] => [...list.querySelectorAll("li")];
const namesIn = (list: Element): string[] => rowsIn(list).map((row) => row.dataset["name"] ?? "");

/** One step up or down; the button keeps the focus, so that it can be pressed again. */
function moveByButtons(list: HTMLOListElement): void {
  list.addEventListener("click", ({target}) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-move]") : null;
    const row = button?.closest("li");
    if (button === null || row === null || row === undefined) return;
    if (button.dataset["move"] === "up") row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    button.focus();
  });
}

/** A row follows the pointer from place to place while it is held. */
function moveByPointer(list: HTMLOListElement): void {
  let held: HTMLLIElement | undefined;
  const drop = (): void => {
    held?.classList.remove("held");
    held = undefined;
  };
  list.addEventListener("pointerdown", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    // On a touch screen only the grip takes hold: elsewhere a finger scrolls the page.
    const hold = event.pointerType === "touch" ? ".grip" : "li";
    if (target === null || target.closest("button") !== null) return;
    if (target.closest(hold) === null) return;
    held = target.closest("li") ?? undefined;
    if (held === undefined) return;
    event.preventDefault();
    held.classList.add("held");
    list.setPointerCapture(event.pointerId);
  });
  list.addEventListener("pointermove", ({clientY}) => {
    if (held === undefined) return;
    const before = held.previousElementSibling;
    const after = held.nextElementSibling;
    if (before !== null && clientY < middleOf(before)) before.before(held);
    else if (after !== null && clientY > middleOf(after)) after.after(held);
  });
  list.addEventListener("pointerup", drop);
  list.addEventListener("pointercancel", drop);
}

function middleOf(element: Element): number {
  const {top, height} = element.getBoundingClientRect();
  return top + height / 2;
}

function verdictOn(order: readonly string[], attributes: Attributes, page: Page): string {
  const {words, numbers, catalog} = page;
  const view = viewOf(pinned(page.view().scenario, attributes), catalog);
  const right = ranking(view, catalog, order).map(({name}) => name);
  const {rightPairs, pairs, furthest} = scoreRanking(order, right);
  return words.guess.ranked({
    rightPairs: numbers.whole(rightPairs),
    pairs: numbers.whole(pairs),
    allRight: rightPairs === pairs,
    name: furthest.name,
    guessed: numbers.whole(furthest.guessed),
    right: numbers.whole(furthest.right),
  });
}
