import {escapeHtml} from "../build/html.js";
import type {Messages} from "../messages/en/index.js";
import {chapters, type Chapter} from "./chapters.js";

/** Head line, foot line and ways between the chapters: built once, the same with and without script. */

/** The name of the notebook, and a line with one dash for each chapter. */
export function header(words: Messages, path: string): string {
  const numbered = chapters.filter(({number}) => number !== undefined);
  const here = chapters.find((chapter) => chapter.path === path);
  const dashes = numbered.map((chapter) => dash(chapter, words, chapter === here)).join("");
  const place =
    here?.number === undefined
      ? ""
      : `<span class="place">${escapeHtml(words.page.progress(here.number, numbered.length))}</span>`;
  const present =
    here === undefined
      ? ""
      : `<a class="present with-script" rel="external" data-present href="?present=1">${escapeHtml(words.page.present)}</a>`;
  return [
    `<a class="skip" rel="external" href="#observablehq-main">${escapeHtml(words.page.skip)}</a>`,
    `<a class="home" href="/">${escapeHtml(words.page.home)}</a>`,
    `<nav aria-label="${escapeHtml(words.page.chapterLine)}" class="chapter-nav"><ul class="chapter-line">${dashes}</ul>${place}${present}</nav>`,
  ].join("");
}

function dash(chapter: Chapter, words: Messages, isHere: boolean): string {
  const title = `${chapter.number} ${words.page.chapters[chapter.id]}`;
  if (chapter.path === undefined) {
    const label = `${title} (${words.page.notWritten})`;
    return `<li><span title="${escapeHtml(label)}"></span></li>`;
  }
  const current = isHere ? ` aria-current="page"` : "";
  return `<li><a href="${chapter.path}" title="${escapeHtml(title)}" aria-label="${escapeHtml(title)}"${current}></a></li>`;
}

export function footer(words: Messages): string {
  return [
    `<p>${escapeHtml(words.page.colophon)}</p>`,
    `<p><a href="/pages/figures">${escapeHtml(words.page.figures)}</a> · <a href="/pages/gallery">${escapeHtml(words.page.gallery)}</a> · <a href="/pages/laws">${escapeHtml(words.page.laws)}</a> · <a href="/pages/sources">${escapeHtml(words.page.sources)}</a> · <a href="/pages/teach">${escapeHtml(words.page.teach)}</a> · <a href="/pages/worksheet">${escapeHtml(words.page.worksheet)}</a> · <a href="/pages/class">${escapeHtml(words.page.class)}</a></p>`,
  ].join("");
}

/** The list of all chapters, and of what follows them without a number: <nav data-chapters></nav>. */
export function renderChapters(words: Messages): string {
  const items = chapters
    .filter(({id}) => id !== "cover")
    .map(({id, number, path}) => {
      const title = escapeHtml(words.page.chapters[id]);
      const entry =
        path === undefined
          ? `${title} <small>${escapeHtml(words.page.notWritten)}</small>`
          : `<a href="${path}">${title}</a>`;
      if (number === undefined) return `<li class="unnumbered">${entry}</li>`;
      return `<li value="${number}"${path === undefined ? ` class="unwritten"` : ""}>${entry}</li>`;
    });
  return `<ol class="chapter-list">${items.join("")}</ol>`;
}

/** The way to the chapter that measures the reader's device: <div data-measure></div>. */
export function renderMeasure(words: Messages): string {
  const path = chapters.find(({id}) => id === "device")?.path;
  if (path === undefined) return "";
  return `<a class="measure" href="${path}">${escapeHtml(words.page.measure)}</a>`;
}

/** The way back and on at the end of a chapter: <nav data-pager></nav>. */
export function renderPager(words: Messages, path: string): string {
  const written = chapters.filter((chapter) => chapter.path !== undefined);
  const here = written.findIndex((chapter) => chapter.path === path);
  const link = (chapter: Chapter | undefined, label: string): string =>
    chapter === undefined
      ? ""
      : `<a href="${chapter.path === "/index" ? "/" : chapter.path}">${escapeHtml(label)}: ${escapeHtml(words.page.chapters[chapter.id])}</a>`;
  return link(written[here - 1], words.page.previous) + link(written[here + 1], words.page.next);
}
