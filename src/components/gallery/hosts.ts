import {escapeHtml} from "../build/html.js";
import {defaultScenario} from "../../lib/scenario/scenario.js";
import {writeAddress} from "../../lib/scenario/address.js";
import {frames} from "../embed/frames.js";
import type {BuildContext} from "../page/context.js";
import {
  builtPictures,
  elementOf,
  frameOf,
  linkOf,
  markdownOf,
  moduleOf,
  pictureOf,
  stateIn,
  type Shared,
} from "../share/ways.js";

/** A way to show a figure on another page, as the gallery shows it. */
export type HostName = "link" | "frame" | "element" | "module" | "picture" | "markdown";

/** Where the site seems to be, while a build that does not know it writes examples. */
export const exampleRoot = "https://where.the.site.is/";

/** What is pasted, as the figure's own dialog gives it. */
export const snippets: Readonly<Record<HostName, (shared: Shared) => string>> = {
  link: linkOf,
  frame: frameOf,
  element: elementOf,
  module: moduleOf,
  picture: (shared) => pictureOf(shared, builtPictures(shared)),
  markdown: (shared) => markdownOf(shared, builtPictures(shared).light),
};

export const hostNames = Object.keys(snippets) as HostName[];

/** The figure that the gallery shows, as it begins. */
export function galleryFigure(context: BuildContext, root: string): Shared {
  const frame = frames.find(({name}) => name === "latency-batch")!;
  const scenario = {...defaultScenario, ...frame.chapter.scenario};
  const query = writeAddress(scenario, scenario, {whole: true});
  const [path, place] = frame.address.split("#");
  return {
    name: frame.name,
    title: frame.title(context),
    link: new URL(`${path!.slice(1)}.html${query}#${place}`, root).href,
    root,
    state: stateIn(query),
    settings: {theme: "auto", hidesControls: false, locked: []},
    height: 640,
  };
}

/**
 * A page as somebody else might have written it, with what was pasted into it: /embed/hosts/NAME.html.
 * It looks like none of ours, so that one sees what is the page's and what is the figure's.
 *
 * @param pasted HTML, whose addresses lead to the site from there
 */
export function hostPage(name: HostName, pasted: string, {words}: BuildContext): string {
  const {host} = words.gallery;
  return [
    `<!doctype html>`,
    `<html lang="en">`,
    `<head>`,
    `<meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width">`,
    `<title>${escapeHtml(host.title(words.gallery.ways[name]))}</title>`,
    `<style>${look}</style>`,
    `</head>`,
    `<body>`,
    `<header>${escapeHtml(host.blog)}</header>`,
    `<main>`,
    `<h1>${escapeHtml(host.heading)}</h1>`,
    `<p>${escapeHtml(host.before)}</p>`,
    pasted,
    `<p>${escapeHtml(host.after)}</p>`,
    `</main>`,
    `</body>`,
    `</html>`,
    ``,
  ].join("\n");
}

const look = `
:root { color-scheme: light dark; }
body { margin: 0; background: #f3efe2; color: #2b2412; font: 18px/1.6 "Trebuchet MS", Verdana, sans-serif; }
header { padding: 10px 20px; background: #2b2412; color: #f3efe2; }
main { max-width: 700px; margin: 0 auto; padding: 8px 20px 24px; }
h1 { font-size: 26px; line-height: 1.25; }
a { color: inherit; }
img { max-width: 100%; height: auto; }
@media (prefers-color-scheme: dark) {
  body { background: #221d12; color: #efe7d2; }
  header { background: #efe7d2; color: #221d12; }
}`;

/** What a blog makes of Markdown: here of the one form that the dialog gives. */
export function markdownAsHtml(markdown: string): string {
  const [, alt, picture, link] = /^\[!\[(.*)\]\((.*?)\)\]\((.*)\)$/.exec(markdown) ?? [];
  if (alt === undefined || picture === undefined || link === undefined) {
    throw new Error(`The Markdown of the gallery is no picture that is a link: ${markdown}`);
  }
  const text = alt.replace(/\\(.)/g, "$1");
  return `<p><a href="${escapeHtml(link)}"><img src="${escapeHtml(picture)}" alt="${escapeHtml(text)}"></a></p>`;
}
