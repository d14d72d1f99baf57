import {ownMachineName} from "../../lib/catalog/own-machine.js";
import {escapeHtml} from "../build/html.js";
import type {Attributes, Context, Render} from "../page/context.js";
import {choices, type Choice} from "./choices.js";
import {listed, sliders, stopNearest} from "./sliders.js";
import type {Slider} from "./slider.js";
import type {View} from "../../lib/scenario/view.js";

let count = 0; // of controls so far: each needs ids of its own on the page

/** A slider, or a choice of a model, a machine or a format, at the page's default scenario. */
export const renderControl: Render = (attributes, view, context) => {
  const name = attributes["control"] ?? "";
  const slider = sliders[name];
  if (slider !== undefined) return renderSlider(slider, attributes, view, context);
  const choice = choices[name];
  if (choice !== undefined) return renderChoice(choice, attributes, view, context);
  throw new Error(
    `data-control is "${name}"; it should be one of ${[...Object.keys(sliders), ...Object.keys(choices)].join(", ")}`,
  );
};

function renderSlider(
  slider: Slider,
  attributes: Attributes,
  view: View,
  context: Context,
): string {
  const {words} = context;
  const id = `control-${++count}`;
  const label = words.controls[slider.label];
  const stops = slider.stops(context, attributes);
  const shown = escapeHtml(slider.shown(view, context));
  const spoken = escapeHtml(slider.spoken(view, context));
  const step = (direction: "less" | "more", sign: string) =>
    `<button type="button" class="step" data-step="${direction}" aria-label="${escapeHtml(words.controls[direction](label))}">${sign}</button>`;
  const field =
    slider.typed === undefined
      ? `<output for="${id}" translate="no">${shown}</output>`
      : `<input type="number" inputmode="decimal" value="${slider.value(view)}" min="${slider.typed.min}" max="${slider.typed.max}" step="${slider.typed.step}" aria-label="${escapeHtml(words.controls.typed(label))}">`;
  return [
    `<label for="${id}" data-symbol="${slider.symbol}">${escapeHtml(label)}</label>`,
    `<input type="range" id="${id}" class="${slider.kind}" min="0" max="${stops.length - 1}" step="1"`,
    ` value="${stopNearest(slider, stops, view, context)}" aria-valuetext="${spoken}" data-symbol="${slider.symbol}">`,
    `<span class="value">${step("less", "−")}${field}${step("more", "+")}</span>`,
  ].join("");
}

function renderChoice(
  choice: Choice,
  attributes: Attributes,
  view: View,
  context: Context,
): string {
  const id = `control-${++count}`;
  const label = escapeHtml(context.words.controls[choice.label]);
  const chosen = choice.value(view);
  const options = listed(attributes);
  if (options.length > 0) {
    const buttons = options.map((name, i) => {
      const short = escapeHtml(choice.short(name, context));
      return `<label${choice.inWords ? "" : ` translate="no"`}><input type="radio" name="${id}" value="${escapeHtml(name)}"${name === chosen ? " checked" : ""}><span>${short}</span></label>${i < options.length - 1 ? "" : ""}`;
    });
    const own = choice.choosesMachine ? ` data-device="${escapeHtml(ownMachineName)}"` : "";
    return `<fieldset class="segments" data-symbol="${choice.symbol}"${own}><legend>${label}</legend>${buttons.join("")}</fieldset>`;
  }
  const groups = choice.groups(context).map(({name, options}) => {
    const list = options
      .map(
        (option) =>
          `<option value="${escapeHtml(option)}"${option === chosen ? " selected" : ""}>${escapeHtml(choice.inWords ? choice.short(option, context) : option)}</option>`,
      )
      .join("");
    if (choice.inWords) return list;
    return `<optgroup label="${escapeHtml(name)}" translate="no">${list}</optgroup>`;
  });
  const isName = choice.inWords ? "" : ` translate="no"`;
  return `<label for="${id}" data-symbol="${choice.symbol}">${label}</label><select id="${id}"${isName}>${groups.join("")}</select>`;
}
