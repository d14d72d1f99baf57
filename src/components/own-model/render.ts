import {escapeHtml} from "../build/html.js";
import type {Render} from "../page/context.js";

let count = 0; // of controls so far: each needs ids of its own on the page

/**
 * A model of the reader's own, beside the catalog: `<div data-own></div>`. A file, a pasted
 * config.json, or the name of a model on Hugging Face.
 */
export const renderOwn: Render = (_attributes, _view, {words}) => {
  const text = (key: keyof typeof words.ownModel & TextKey) => escapeHtml(words.ownModel[key]);
  const id = `own-${++count}`;
  const answer = `<p class="answer" role="status"></p>`;
  return [
    `<details class="own"><summary>${text("summary")}</summary>`,
    `<div class="own-way own-drop" data-way="file">`,
    `<label class="own-file">${text("file")}<input type="file" accept=".json,.gguf,application/json" aria-describedby="${id}-file"></label>`,
    `<p id="${id}-file">${text("fileHint")}</p>${answer}</div>`,
    `<form class="own-way" data-way="text" novalidate>`,
    `<label for="${id}-text">${text("paste")}</label>`,
    `<textarea id="${id}-text" rows="4" spellcheck="false" autocomplete="off" translate="no"></textarea>`,
    `<button type="submit">${text("take")}</button>${answer}</form>`,
    `<form class="own-way" data-way="hub" novalidate>`,
    `<label for="${id}-hub">${text("hub")}</label>`,
    `<span class="own-line"><input id="${id}-hub" type="text" size="24" spellcheck="false" autocapitalize="off" autocomplete="off" translate="no" placeholder="${text("hubExample")}" aria-describedby="${id}-note">`,
    `<button type="submit">${text("fetch")}</button></span>`,
    `<p class="note" id="${id}-note"></p>${answer}</form>`,
    `<button type="button" class="own-stop" hidden>${text("cancel")}</button>`,
    `</details>`,
  ].join("");
};

type TextKey =
  "summary" | "file" | "fileHint" | "paste" | "take" | "hub" | "hubExample" | "fetch" | "cancel";
