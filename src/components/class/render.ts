import {escapeHtml} from "../build/html.js";
import type {BuildContext, Render} from "../page/context.js";

/**
 * What takes the class's devices and lists them, before any script runs:
 *
 *     <div data-class="collect"></div>   codes by paste, by link and by file
 *     <div data-class="guess"></div>     a question that the class may answer before it looks
 *     <div data-class="list"></div>      the devices as a table, and what may be done with them
 */
export const renderClass: Render = (attributes, _view, context) => {
  const part = attributes["class"] ?? "";
  const render = parts[part];
  if (render !== undefined) return render(context);
  throw new Error(`data-class is "${part}"; it should be one of ${Object.keys(parts).join(", ")}`);
};

const parts: Readonly<Record<string, (context: BuildContext) => string>> = {
  collect: renderCollect,
  guess: renderGuess,
  list: renderList,
};

const button = (name: string, text: string): string =>
  `<button type="button" class="pill" data-do="${name}">${escapeHtml(text)}</button>`;

function renderCollect({words}: BuildContext): string {
  const texts = words.figures.classPanel;
  return [
    `<p class="without-script">${escapeHtml(texts.withoutScript)}</p>`,
    `<div class="lab-panel class-collect with-script"><form novalidate>`,
    `<label for="class-codes">${escapeHtml(texts.paste)}</label>`,
    `<textarea id="class-codes" rows="3" spellcheck="false" autocomplete="off" autocapitalize="characters"></textarea>`,
    `<div class="lab-buttons"><button type="submit" class="pill">${escapeHtml(texts.take)}</button>`,
    `<label class="own-file pill">${escapeHtml(texts.files)}<input type="file" multiple accept=".txt,.json,.csv,.eml,text/plain,text/csv,application/json"></label></div>`,
    `<p class="lab-note">${escapeHtml(texts.drop)}</p></form>`,
    `<p class="class-status" role="status"></p><ul class="class-refused"></ul></div>`,
  ].join("");
}

function renderGuess({words}: BuildContext): string {
  const {guess} = words.figures.classPanel;
  return [
    `<div class="class-guess with-script"><p>${escapeHtml(guess.question)}</p>`,
    `<form class="guess-form" novalidate><label for="class-guess">${escapeHtml(words.guess.label)}</label>`,
    `<input id="class-guess" type="text" inputmode="decimal" autocomplete="off" size="8">`,
    `<span class="unit">${escapeHtml(guess.unit)}</span>`,
    `<button type="submit">${escapeHtml(guess.commit)}</button></form>`,
    `<p class="verdict" role="status"></p></div>`,
  ].join("");
}

function renderList({words}: BuildContext): string {
  const texts = words.figures.classPanel;
  return [
    `<div class="class-list with-script" hidden>`,
    `<p class="class-sentence"></p>`,
    `<div class="table-scroll" tabindex="0" role="region" aria-label="${escapeHtml(texts.list.caption)}"></div>`,
    `<div class="lab-buttons">${button("save", texts.save)}${button("wipe", texts.wipe)}`,
    `<label class="class-keep"><input type="checkbox"> ${escapeHtml(texts.keep)}</label></div>`,
    `<p class="class-status" role="status"></p></div>`,
  ].join("");
}
