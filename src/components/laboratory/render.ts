import {shownRun} from "../../lib/scenario/own-run.js";
import {escapeHtml} from "../build/html.js";
import {modelBytes} from "../model-fetch/fetch-model.js";
import type {BuildContext, Render} from "../page/context.js";
import {factsOf} from "./facts.js";

/**
 * Parts of the laboratory, before any script runs:
 *
 *     <div data-laboratory="bench"></div>   guess, measure, run
 *     <div data-laboratory="facts"></div>   the machine that is shown, and what may be done with it
 *     <div data-laboratory="runs"></div>    a model of random weights, read and written with
 *     <div data-laboratory="story"></div>   the demo model writes
 *     <div data-laboratory="file"></div>    the reader's own file
 *     <div data-laboratory="handover"></div> a code of his device for his class
 */
export const renderLaboratory: Render = (attributes, _view, context) => {
  const part = attributes["laboratory"] ?? "";
  const render = parts[part];
  if (render !== undefined) return render(context);
  throw new Error(
    `data-laboratory is "${part}"; it should be one of ${Object.keys(parts).join(", ")}`,
  );
};

const parts: Readonly<Record<string, (context: BuildContext) => string>> = {
  bench: renderBench,
  facts: renderFacts,
  runs: renderRuns,
  story: renderStory,
  file: renderFile,
  handover: renderHandover,
};

const button = (name: string, text: string, extra = ""): string =>
  `<button type="button" class="pill" data-do="${name}"${extra}>${escapeHtml(text)}</button>`;

const progress = (label: string): string =>
  `<div class="lab-progress"><progress max="1" value="0" aria-label="${escapeHtml(label)}"></progress><p class="lab-left"></p></div><p class="lab-status" role="status"></p>`;

function renderBench({words}: BuildContext): string {
  const texts = words.figures.laboratory;
  return [
    `<p class="without-script">${escapeHtml(texts.withoutScript)}</p>`,
    `<div class="lab-panel with-script">`,
    `<form class="guess-form" novalidate><label for="lab-guess">${escapeHtml(texts.guess.label)}</label>`,
    `<input id="lab-guess" type="text" inputmode="decimal" autocomplete="off" size="8">`,
    `<span class="unit">${escapeHtml(texts.guess.unit)}</span>`,
    `<button type="submit">${escapeHtml(texts.guess.commit)}</button></form>`,
    `<p class="lab-guessed" role="status"></p>`,
    `<div class="lab-buttons">${button("quick", texts.measure)}${button("thorough", texts.thorough)}`,
    `${button("run", texts.run, " disabled")}${button("stop", texts.stop, " hidden")}</div>`,
    `<p class="lab-note">${escapeHtml(texts.promise)}</p>`,
    progress(texts.measure),
    `<ul class="lab-warnings"></ul></div>`,
  ].join("");
}

function renderFacts(context: BuildContext): string {
  const texts = context.words.figures.laboratory;
  const run = shownRun(context.catalog);
  const facts = factsOf(run, context)
    .map(
      ({name, value, isName}) =>
        `<div><dt>${escapeHtml(name)}</dt><dd${isName ? ` translate="no"` : ""}>${escapeHtml(value)}</dd></div>`,
    )
    .join("");
  return [
    `<div class="lab-panel"><p class="lab-title">${escapeHtml(texts.facts.title(run.own, run.name))}</p>`,
    `<dl class="lab-facts">${facts}</dl>`,
    `<div class="with-script"><p class="lab-isolation">${escapeHtml(texts.isolation.no)}</p>`,
    `<div class="lab-buttons lab-kept" hidden>`,
    `<label class="lab-memory">${escapeHtml(texts.memory)} <input type="text" inputmode="decimal" size="5" autocomplete="off"></label>`,
    `${button("keep", texts.keep)}${button("save", texts.save)}${button("forget", texts.forget)}</div>`,
    `<div class="lab-buttons"><label class="own-file pill">${escapeHtml(texts.readIn)}<input type="file" accept=".json,application/json" class="lab-report"></label>`,
    `${button("isolate", texts.isolation.reload, " hidden")}</div>`,
    `<p class="lab-status" role="status"></p></div></div>`,
  ].join("");
}

/** A gauge: four numbers that change while a model runs. */
function gauge(name: string, title: string, {words}: BuildContext): string {
  const texts = words.figures.laboratory.gauge;
  const cells = (["speed", "bytes", "bandwidth", "share"] as const)
    .map(
      (cell) =>
        `<div><dd data-cell="${cell}">${texts.none}</dd><dt>${escapeHtml(texts[cell])}</dt></div>`,
    )
    .join("");
  const heading = title === "" ? "" : `<p class="gauge-title">${escapeHtml(title)}</p>`;
  return `<div class="gauge" data-gauge="${name}">${heading}<dl>${cells}</dl><div class="gauge-bar"><span></span></div></div>`;
}

function renderRuns(context: BuildContext): string {
  const texts = context.words.figures.laboratory;
  return [
    `<div class="lab-panel with-script">`,
    `<div class="lab-buttons">${button("go", texts.runs.go)}${button("stop", texts.stop, " hidden")}</div>`,
    progress(texts.runs.go),
    gauge("prefill", texts.runs.reading("1"), context),
    gauge("decode", texts.runs.writing, context),
    `</div>`,
  ].join("");
}

function renderStory(context: BuildContext): string {
  const {numbers} = context;
  const texts = context.words.figures.laboratory;
  const {story} = texts;
  return [
    `<div class="lab-panel with-script">`,
    `<label class="lab-field">${escapeHtml(story.prompt)} <input type="text" data-field="prompt" value="${escapeHtml(story.opening)}" maxlength="300"></label>`,
    `<div class="lab-line"><label>${escapeHtml(story.temperature)} <input type="number" data-field="temperature" min="0" max="2" step="0.1" value="0.7"></label>`,
    `<label>${escapeHtml(story.seed)} <input type="number" data-field="seed" min="0" max="4294967295" step="1" value="2"></label></div>`,
    `<div class="lab-buttons">${button("q8_0", story.write("Q8_0", numbers.bytes(modelBytes["fable-q8_0.gguf"])))}${button("q4_0", story.write("Q4_0", numbers.bytes(modelBytes["fable-q4_0.gguf"])))}${button("stop", texts.stop, " hidden")}</div>`,
    progress(story.place),
    `<p class="lab-story" aria-live="off" tabindex="0">${escapeHtml(story.place)}</p>`,
    gauge("story", "", context),
    `</div>`,
  ].join("");
}

function renderFile(context: BuildContext): string {
  const texts = context.words.figures.laboratory;
  return [
    `<div class="lab-panel lab-drop with-script">`,
    `<label class="own-file pill">${escapeHtml(texts.file.choose)}<input type="file" accept=".gguf"></label>`,
    `<p class="lab-note">${escapeHtml(texts.file.hint)}</p>`,
    `<div class="lab-buttons">${button("stop", texts.stop, " hidden")}</div>`,
    progress(texts.file.choose),
    `<p class="lab-story" aria-live="off" tabindex="0">${escapeHtml(texts.story.place)}</p>`,
    gauge("file", "", context),
    `</div>`,
  ].join("");
}

function renderHandover({words}: BuildContext): string {
  const texts = words.figures.handover;
  return [
    `<p class="without-script">${escapeHtml(texts.withoutScript)}</p>`,
    `<div class="lab-panel handover with-script"><p class="lab-title">${escapeHtml(texts.title)}</p>`,
    `<p class="lab-note">${escapeHtml(texts.promise)}</p>`,
    `<form class="lab-buttons" novalidate><label for="handover-name">${escapeHtml(texts.nickname)}</label>`,
    `<input id="handover-name" type="text" maxlength="24" size="14" autocomplete="off">`,
    `<button type="submit" class="pill" disabled>${escapeHtml(texts.make)}</button></form>`,
    `<p class="lab-note handover-first">${escapeHtml(texts.first)}</p>`,
    `<div class="handover-made" hidden><p><output aria-label="${escapeHtml(texts.code)}" translate="no"></output></p>`,
    `<div class="lab-buttons">${button("copy", texts.copy)}${button("link", texts.copyLink)}${button("save", texts.save)}`,
    `<a class="handover-open" href="/pages/class">${escapeHtml(texts.open)}</a></div>`,
    `<p class="lab-note">${escapeHtml(texts.inside)}</p><dl class="lab-facts"></dl></div>`,
    `<p class="lab-status" role="status"></p></div>`,
  ].join("");
}
