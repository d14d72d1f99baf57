import {JSDOM} from "jsdom";
import {defaultScenario} from "../../lib/scenario/scenario.js";
import {viewOf} from "../../lib/scenario/view.js";
import type {Grown} from "./grow.js";
import {escapeHtml} from "../build/html.js";
import {fillTags} from "../build/markdown.js";
import {renderers} from "../build/renderers.js";
import {typesetNative} from "../equation/typeset.js";
import type {BuildContext} from "../page/context.js";
import {pinned} from "../page/pinned.js";
import {frames, type Frame} from "./frames.js";

/**
 * What other sites may show as an element: every frame but the laboratory, which works in a window
 * of its own alone.
 */
export const elementFrames: readonly Frame[] = frames.filter(({name}) => name !== "laboratory");

/** Where a frame's chapter is, as a file of the site: "pages/latency.html#figure-roofline". */
export function originOf({address}: Frame): string {
  return fileOf(address);
}

/**
 * What an element shows before it is live: the same tags as its frame, filled by the same renderers,
 * as a tree. Equations are MathML, since KaTeX's fonts and styles are not there.
 */
export function grownOf(frame: Frame, context: BuildContext): Grown {
  const {words} = context;
  const base = {...defaultScenario, ...frame.chapter.scenario};
  const filled = fillTags(frame.tags, renderers, (render, attributes) =>
    render(attributes, viewOf(pinned(base, attributes), context.catalog), {
      ...context,
      draw: typesetNative,
    }),
  );
  const origin = words.embed.origin(words.page.chapters[frame.chapter.id], words.page.home);
  const html = [
    `<div class="element frame" lang="${words.locale}">`,
    `<div data-corrections hidden></div>`,
    `<div data-settings hidden></div>`,
    filled,
    `<p class="frame-origin"><a href="${frame.address}">${escapeHtml(origin)}</a></p>`,
    `</div>`,
  ].join("");
  const {body} = new JSDOM(html).window.document;
  const element = body.firstElementChild!;
  for (const drawing of element.querySelectorAll("svg.drawing")) drawing.remove(); // drawn live
  element.querySelector(".equation-menu")?.remove();
  underlineParts(element);
  for (const foot of element.querySelectorAll(".figure-foot")) {
    const table = escapeHtml(words.figures.menu.table);
    foot.insertAdjacentHTML(
      "beforeend",
      `<button type="button" data-do="table" aria-expanded="false">${table}</button>`,
    );
  }
  return treeOf(element);
}

/** Only with a font for mathematics does a brace stretch, and few readers have one: a line does for all. */
function underlineParts(element: Element): void {
  for (const brace of element.querySelectorAll(".pieces mo")) {
    if (brace.textContent !== "⏟") continue;
    const braced = brace.ownerDocument.createElementNS(brace.namespaceURI, "mrow");
    braced.setAttribute("class", "underlined");
    braced.append(brace.previousElementSibling!);
    brace.parentElement!.replaceWith(braced);
  }
}

function treeOf(element: Element): Grown {
  const attributes = Object.fromEntries(
    [...element.attributes]
      .filter(({name}) => name !== "style" && name !== "xmlns") // strict pages refuse style attributes
      .map(({name, value}) => [name, name === "href" ? fileOf(value) : value]),
  );
  const inside = [...element.childNodes].flatMap((node): (Grown | string)[] => {
    if (node.nodeType === node.ELEMENT_NODE) return [treeOf(node as Element)];
    const text = (node.textContent ?? "").replace(/\s+/g, " ");
    return text === "" || (text === " " && isBlock(element)) ? [] : [text];
  });
  return [element.localName, attributes, ...inside];
}

/** Where white space between what stands inside means nothing. */
function isBlock({localName}: Element): boolean {
  return ["div", "ul", "fieldset", "select", "optgroup"].includes(localName);
}

/** "/pages/latency#figure-roofline" → "pages/latency.html#figure-roofline", from the site's root. */
function fileOf(address: string): string {
  const [path, place] = address.split("#");
  return `${path!.slice(1)}.html${place === undefined ? "" : `#${place}`}`;
}
