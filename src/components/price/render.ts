import {storedFormats, type StoredFormat} from "../../lib/scenario/stored-formats.js";
import {recordedStories} from "../../lib/scenario/recorded-stories.js";
import {storyPrompt, toldIn, type Told} from "../../lib/scenario/stories.js";
import {escapeHtml} from "../build/html.js";
import {modelBytes} from "../model-fetch/fetch-model.js";
import type {BuildContext, Render} from "../page/context.js";
import {rareCount, stretchesOf} from "./told.js";

/**
 * A recorded story, without marks: `<div data-story="2 bits" data-seed="3"></div>`, for those who
 * are to find out by whom it was told.
 */
export const renderStory: Render = (attributes) => {
  const stored = storedNamed(attributes["story"] ?? "");
  const told = recordedStories[Number(attributes["seed"])]![stored];
  const text = toldIn(told)
    .map(({piece}) => piece)
    .join("")
    .replace(/\s*\n+\s*/g, " ¶ ");
  return `<blockquote class="told" lang="en" translate="no">${escapeHtml(`${storyPrompt}${text} …`)}</blockquote>`;
};

function storedNamed(name: string): StoredFormat {
  const stored = storedFormats.find((each) => each === name);
  if (stored !== undefined) return stored;
  throw new Error(`data-story is "${name}"; it should be one of ${storedFormats.join(", ")}`);
}

/**
 * Two tales of one seed side by side, by the whole model and by the chosen one, with the words that
 * surprise the whole model marked: `<div data-tales></div>`.
 */
export const renderTales: Render = (_attributes, {scenario}, context) => {
  const {stored, storySeed, oneIn} = scenario;
  return (["F32", stored] as const)
    .map((format, i) => {
      const told = toldIn(recordedStories[storySeed]![format]);
      return [
        `<section class="tale" data-tale="${i === 0 ? "whole" : "chosen"}">`,
        `<h3 class="tale-head">${escapeHtml(context.words.price.tale(format))}</h3>`,
        `<p class="told" lang="en" translate="no">${markedHtml(told, oneIn, context)}</p>`,
        `<p class="tale-count">${escapeHtml(countOf(told, oneIn, context))}</p>`,
        `</section>`,
      ].join("");
    })
    .join("");
};

function markedHtml(told: readonly Told[], oneIn: number, context: BuildContext): string {
  const stretches = stretchesOf(told, oneIn, context).map(({text, rare}) =>
    rare === undefined
      ? escapeHtml(text)
      : `<mark title="${escapeHtml(rare)}">${escapeHtml(text)}</mark>`,
  );
  return `<span class="given">${escapeHtml(storyPrompt)}</span>${stretches.join("")} …`;
}

function countOf(told: readonly Told[], oneIn: number, {words, numbers}: BuildContext): string {
  const count = rareCount(told, oneIn);
  return words.price.count(count, numbers.whole(count));
}

/** The button that fetches the model and asks it again: `<div data-lab></div>`. */
export const renderLab: Render = (_attributes, _view, {words, numbers}) => {
  const text = words.price;
  const size = numbers.bytes(modelBytes["fable-f32.gguf"]);
  return [
    `<p class="lab-line"><button type="button" data-part="start">${escapeHtml(text.start(size))}</button>`,
    `<button type="button" data-part="stop" hidden>${escapeHtml(text.stop)}</button></p>`,
    `<progress max="1" value="0" aria-label="${escapeHtml(text.progress)}"></progress>`,
    `<p class="lab-status" role="status">${escapeHtml(text.promise)}</p>`,
  ].join("");
};
