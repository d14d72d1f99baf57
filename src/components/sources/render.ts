import {csvPaths, dataFiles, type DataFile} from "../../lib/catalog/data-files.js";
import type {Catalog, Sourced} from "../../lib/catalog/catalog.js";
import {escapeHtml} from "../build/html.js";
import type {BuildContext, Render} from "../page/context.js";

/**
 * One kind of data: how many rows it has, where they come from, and its file for download:
 * `<div data-sources="models"></div>`.
 */
export const renderSources: Render = (attributes, _view, context) => {
  const file = dataFiles.find((name) => name === attributes["sources"]);
  if (file === undefined) {
    throw new Error(
      `data-sources is "${attributes["sources"]}"; it should be one of ${dataFiles.join(", ")}`,
    );
  }
  const {words} = context;
  const rows = rowsOf(file, context.catalog);
  const items = groupedBySource(rows).map((group) => `<li>${renderGroup(group, context)}</li>`);
  const label = words.sources.list(words.sources.of[file]);
  return [
    `<p class="source-summary">${renderCounts(rows, context)} · ${downloadLink(file, context)}</p>`,
    `<ul class="source-list" aria-label="${escapeHtml(label)}">${items.join("")}</ul>`,
  ].join("");
};

/** A row of any file; models and machines have names worth listing. */
type SourcedRow = Sourced & {name?: string};

function rowsOf(file: DataFile, catalog: Catalog): readonly SourcedRow[] {
  if (file === "hardware") return catalog.machines;
  return file === "memory-levels" ? catalog.memoryLevels : catalog[file];
}

/** Rows of one source together, the source with the most rows first. */
function groupedBySource(rows: readonly SourcedRow[]): SourcedRow[][] {
  const groups = new Map<string, SourcedRow[]>();
  for (const row of rows) groups.set(row.source, [...(groups.get(row.source) ?? []), row]);
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

function renderGroup(rows: readonly SourcedRow[], context: BuildContext): string {
  const pages = new Map<string, string | undefined>();
  for (const {url, name} of rows) if (url !== undefined) pages.set(pageOf(url), name);
  const source = `<span translate="no">${escapeHtml(rows[0]!.source)}</span>`;
  const [onlyPage] = pages.keys();
  const isOnePage = onlyPage !== undefined && pages.size === 1;
  return [
    isOnePage ? link(onlyPage, source) : source,
    ` <span class="source-counts">${renderCounts(rows, context)}</span>`,
    pages.size > 1 ? pageList(pages, context) : nameList(rows),
  ].join("");
}

/** The rows by name, where they have names: "Apple M1, Apple M1 (7-core)". */
function nameList(rows: readonly SourcedRow[]): string {
  const names = rows.flatMap(({name}) => (name === undefined ? [] : [name]));
  if (names.length === 0) return "";
  return `<span class="source-note" translate="no">${escapeHtml(names.join(", "))}</span>`;
}

/** "57 rows · ◇ 3 unverified": the second part only where there is something to say. */
function renderCounts(rows: readonly SourcedRow[], {words, numbers}: BuildContext): string {
  const doubtful = rows.filter(({verified}) => !verified).length;
  const all = words.sources.rows(numbers.whole(rows.length), rows.length === 1);
  if (doubtful === 0) return escapeHtml(`${all} · ${words.sources.noneUnverified}`);
  const sign =
    doubtful === rows.length
      ? words.sources.unverified
      : words.sources.someUnverified(numbers.whole(doubtful));
  return `${escapeHtml(all)} · <b class="unverified">${escapeHtml(sign)}</b>`;
}

/** Sources with a page for each row, such as issues: links by the row's name, or by the page's. */
function pageList(pages: ReadonlyMap<string, string | undefined>, {words}: BuildContext): string {
  const links = [...pages].map(([page, name]) => link(page, escapeHtml(name ?? shortName(page))));
  const label = escapeHtml(words.sources.pages);
  return `<span class="source-note">${label} <span translate="no">${links.join(", ")}</span></span>`;
}

/** A page without the place in it, e.g. without "#issuecomment-1". */
function pageOf(url: string): string {
  return url.split("#")[0]!;
}

/** ".../issues/43" → "#43", ".../commit/96bab78f2a…" → "96bab78", ".../ai-benchmarks" → as it is. */
function shortName(page: string): string {
  const last = page.split("/").at(-1)!;
  if (/^\d+$/.test(last)) return `#${last}`;
  return /^[0-9a-f]{40}$/.test(last) ? last.slice(0, 7) : last;
}

function link(url: string, html: string): string {
  return `<a href="${escapeHtml(url)}" rel="external">${html}</a>`;
}

function downloadLink(file: DataFile, {words}: BuildContext): string {
  const path = csvPaths[dataFiles.indexOf(file)]!;
  const name = escapeHtml(words.sources.download(`${file}.csv`));
  return `<a href="..${path}" download rel="external">${name}</a>`;
}
