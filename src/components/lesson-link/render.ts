import {readFileSync} from "node:fs";
import {escapeHtml} from "../build/html.js";
import {choices} from "../control/choices.js";
import {sliders} from "../control/sliders.js";
import type {BuildContext, Render} from "../page/context.js";
import {chapters, type Chapter} from "../page/chapters.js";

/** The form that makes a teacher's links: <div data-lessonlink></div>. */
export const renderLessonLink: Render = (_attributes, _view, context) => {
  const {lessonLinkBuilt: words, page} = context.words;
  const pages = chapters.flatMap((chapter) => (chapter.path === undefined ? [] : [chapter]));
  const options = pages.map(
    ({id}) => `<option value="${id}">${escapeHtml(page.chapters[id])}</option>`,
  );
  // Framework turns the path of a link into that of the file, from wherever this page is served.
  const ways = pages.map(
    ({id, path}) => `<a hidden data-way="${id}" href="${path === "/index" ? "/" : path}"></a>`,
  );
  return [
    `<p class="without-script">${escapeHtml(words.withoutScript)}</p>`,
    `<form class="lesson-form" novalidate>`,
    `<label for="lesson-page">${escapeHtml(words.page)}</label>`,
    `<select id="lesson-page">${options.join("")}</select>`,
    ways.join(""),
    `<label for="lesson-state">${escapeHtml(words.state)}</label>`,
    `<input id="lesson-state" type="text" autocomplete="off" spellcheck="false">`,
    ...pages.map((chapter, i) => controlsOf(chapter, i > 0, context)),
    `<label class="lesson-check"><input type="checkbox" data-close> <span>${escapeHtml(words.close)}</span></label>`,
    `<label for="lesson-link">${escapeHtml(words.link)}</label>`,
    `<input id="lesson-link" type="text" readonly>`,
    `<p class="lesson-buttons"><button type="submit">${escapeHtml(words.copy)}</button>`,
    `<a data-open href="/" target="_blank">${escapeHtml(words.open)}</a></p>`,
    `</form><p class="verdict" role="status"></p>`,
  ].join("");
};

/** A row for each control of a page, with two boxes: locked and hidden. */
function controlsOf({id, path}: Chapter, isHidden: boolean, {words}: BuildContext): string {
  const {lessonLinkBuilt: texts, controls, page} = words;
  const markdown = readFileSync(`src${path}.md`, "utf8");
  const found = [...markdown.matchAll(/data-control="([\w-]+)"/g)].map(([, name]) => name!);
  const rows = [...new Set(found)].map((name) => {
    const label = (sliders[name] ?? choices[name])?.label;
    if (label === undefined) throw new Error(`src${path}.md has a control ${name}, which is none`);
    return row({lock: name, hide: name}, controls[label], texts);
  });
  const head = [texts.control, texts.lock, texts.hide]
    .map((text) => `<th scope="col">${escapeHtml(text)}</th>`)
    .join("");
  const all = row({lock: "all", hide: "controls"}, texts.all, texts);
  const table = `<table><thead><tr>${head}</tr></thead><tbody>${all}${rows.join("")}</tbody></table>`;
  return [
    `<fieldset data-controls-of="${id}"${isHidden ? " hidden" : ""}>`,
    `<legend>${escapeHtml(texts.controls(page.chapters[id]))}</legend>`,
    rows.length > 0 ? table : `<p>${escapeHtml(texts.none)}</p>`,
    `</fieldset>`,
  ].join("");
}

function row(
  names: {lock: string; hide: string},
  label: string,
  {lockOne, hideOne}: BuildContext["words"]["lessonLinkBuilt"],
): string {
  const box = (kind: "lock" | "hide", spoken: string) =>
    `<td><label><span class="visually-hidden">${escapeHtml(spoken)}</span><input type="checkbox" data-${kind}="${names[kind]}"></label></td>`;
  return `<tr><th scope="row">${escapeHtml(label)}</th>${box("lock", lockOne(label))}${box("hide", hideOne(label))}</tr>`;
}
