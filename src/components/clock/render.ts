import {conversations, type Conversation} from "../../lib/scenario/conversation.js";
import {escapeHtml} from "../build/html.js";
import type {Context, Render} from "../page/context.js";
import {factorFor, faceOf, roundOf, type By} from "./face.js";

/**
 * Two clocks, one for each machine, that run through a prompt and its answer when the reader starts
 * them: `<div data-clock></div>`. Before that they show what lies ahead.
 */
export const renderClock: Render = (_attributes, view, context) => {
  const both = conversations(view, context.catalog);
  const once = roundOf(both, "forecast");
  const clocks = both.map((each) => renderOne(each, once, context)).join("");
  return `<div class="clocks">${clocks}</div>${renderButtons(once, context)}`;
};

function renderOne(conversation: Conversation, once: number, context: Context): string {
  const {planned, time, state} = faceOf(conversation, null, "forecast", once, context);
  const ticks = Array.from(
    {length: 12},
    (_, i) =>
      `<line class="dial-tick" x1="100" y1="4" x2="100" y2="9" transform="rotate(${30 * i} 100 100)"/>`,
  );
  return [
    `<div class="clock"><p class="clock-name" translate="no">${escapeHtml(conversation.machine)}</p>`,
    `<svg class="dial" viewBox="0 0 200 200" aria-hidden="true">`,
    `<circle class="dial-ring" cx="100" cy="100" r="80"/>${ticks.join("")}`,
    `<path class="dial-arc planned compute" d="${planned.read}"/>`,
    `<path class="dial-arc planned memory" d="${planned.write}"/>`,
    `<path class="dial-arc done compute" d=""/><path class="dial-arc done memory" d=""/>`,
    `<line class="dial-hand" x1="100" y1="100" x2="100" y2="30"/><circle class="dial-pin" cx="100" cy="100" r="4"/></svg>`,
    `<p class="clock-time">${escapeHtml(time)}</p>`,
    `<p class="clock-state">${escapeHtml(state)}</p></div>`,
  ].join("");
}

let count = 0; // of pairs of clocks so far: their buttons need names of their own on the page

function renderButtons(once: number, {words, numbers}: Context): string {
  const texts = words.clock;
  const name = `clock-${++count}`;
  const choice = (group: string, value: string, label: string, isChosen: boolean) =>
    `<label><input type="radio" name="${name}-${group}" value="${value}"${isChosen ? " checked" : ""}><span>${escapeHtml(label)}</span></label>`;
  const laws: readonly By[] = ["forecast", "roof"];
  const fast = texts.faster(numbers.whole(factorFor(once)));
  return [
    `<div class="clock-buttons"><button type="button" class="clock-start">${escapeHtml(texts.start)}</button>`,
    `<fieldset class="segments"><legend>${escapeHtml(texts.pace)}</legend>`,
    choice("pace", "fast", fast, true),
    choice("pace", "real", texts.real, false),
    `</fieldset><fieldset class="segments"><legend>${escapeHtml(texts.by)}</legend>`,
    ...laws.map((by, i) => choice("by", by, texts.laws[by], i === 0)),
    `</fieldset></div><p class="visually-hidden" role="status"></p>`,
  ].join("");
}
