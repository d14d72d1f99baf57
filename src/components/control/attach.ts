import {isOwnMachine} from "../../lib/catalog/own-machine.js";
import type {View} from "../../lib/scenario/view.js";
import type {Attach, Attributes, Page} from "../page/context.js";
import {choices, type Choice} from "./choices.js";
import {followInList} from "./follow-list.js";
import {sliders, stopNearest} from "./sliders.js";
import type {Slider} from "./slider.js";

/** Lets a slider or a choice move the scenario, and follow it. */
export const attachControl: Attach = (element, page) => {
  const name = element.dataset["control"] ?? "";
  const slider = sliders[name];
  if (slider !== undefined) attachSlider(element, slider, page);
  else attachChoice(element, choices[name]!, page);
};

function attachSlider(element: HTMLElement, slider: Slider, page: Page): void {
  const range = element.querySelector<HTMLInputElement>("input[type=range]")!;
  const field = element.querySelector<HTMLInputElement>("input[type=number]");
  const output = element.querySelector("output");
  const stops = slider.stops(page, {...element.dataset} as Attributes);

  const move = (value: number | string, settled: boolean): void =>
    page.change(slider.change(value, page.view(), page), settled);
  const standing = (view: View): number => stopNearest(slider, stops, view, page);
  const stopAt = (index: number) => stops[Math.min(stops.length - 1, Math.max(0, index))]!.value;

  range.addEventListener("input", () => move(stopAt(range.valueAsNumber), false));
  range.addEventListener("change", () => move(stopAt(range.valueAsNumber), true));
  for (const button of element.querySelectorAll<HTMLButtonElement>("[data-step]")) {
    const by = button.dataset["step"] === "less" ? -1 : 1;
    button.addEventListener("click", () =>
      move(nextStop(stops, slider.value(page.view()), by, standing(page.view())), true),
    );
  }
  // A number that is out of bounds is put right when the reader leaves the field, not while typing.
  field?.addEventListener("change", () => {
    const {min, max, step} = slider.typed!;
    const typed = field.valueAsNumber;
    if (Number.isNaN(typed)) field.value = String(slider.value(page.view()));
    else move(Math.round(Math.min(max, Math.max(min, typed)) / step) * step, true);
  });

  page.watch((view) => {
    const value = slider.value(view);
    const index = standing(view);
    if (range.valueAsNumber !== index) range.valueAsNumber = index;
    range.setAttribute("aria-valuetext", slider.spoken(view, page));
    range.style.setProperty("--filled", `${(100 * index) / (stops.length - 1)}%`);
    if (field !== null && !field.matches(":focus")) field.value = String(value);
    if (output !== null) output.textContent = slider.shown(view, page);
  });
  lightWhileFocused(range, slider.symbol, page);
}

/** From a value between two stops, one step leads to the neighbouring stop. */
function nextStop(
  stops: readonly {value: number | string}[],
  value: number | string,
  by: -1 | 1,
  at: number, // the nearest stop
): number | string {
  const last = stops.length - 1;
  if (typeof value === "number") {
    const stop = Number(stops[at]!.value);
    if ((by > 0 && stop > value) || (by < 0 && stop < value)) return stop;
  }
  return stops[Math.min(last, Math.max(0, at + by))]!.value;
}

function attachChoice(element: HTMLElement, choice: Choice, page: Page): void {
  const list = element.querySelector("select");
  list?.addEventListener("change", () => page.change(choice.change(list.value)));
  if (list !== null) return followInList(list, choice, page);

  const buttons = [...element.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  const listen = (button: HTMLInputElement): void =>
    button.addEventListener("change", () => page.change(choice.change(button.value)));
  buttons.forEach(listen);
  let ownButton: HTMLInputElement | undefined;
  page.watch((view) => {
    const own = choice.own?.(view.scenario, page);
    if (ownButton === undefined && own !== undefined) {
      ownButton = addButton(buttons.at(-1)!);
      buttons.push(ownButton);
      listen(ownButton);
    }
    if (ownButton !== undefined) showOwn(ownButton, own, choice, page);
    const name = choice.value(view);
    for (const button of buttons) button.checked = button.value === name;
  });
}

/** One more button after the last of a choice, like it. */
function addButton(last: HTMLInputElement): HTMLInputElement {
  const label = last.closest("label")!;
  const copy = label.cloneNode(true) as HTMLLabelElement;
  label.after(copy);
  return copy.querySelector("input")!;
}

function showOwn(
  button: HTMLInputElement,
  own: string | undefined,
  choice: Choice,
  page: Page,
): void {
  const label = button.closest("label")!;
  label.hidden = own === undefined;
  label.classList.toggle("yours", own !== undefined && isOwnMachine(own));
  button.value = own ?? "";
  label.querySelector("span")!.textContent = own === undefined ? "" : choice.short(own, page);
}

/** Whoever moves a slider by keyboard sees what it moves, as whoever points at it does. */
function lightWhileFocused(range: HTMLInputElement, symbol: string, page: Page): void {
  range.addEventListener("focus", () => page.light(symbol));
  range.addEventListener("blur", () => page.light(null));
}
