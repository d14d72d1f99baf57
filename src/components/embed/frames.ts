import {readFileSync} from "node:fs";
import {formulas, type FormulaId} from "../../lib/formula/formulas.js";
import {defaultScenario, type Scenario} from "../../lib/scenario/scenario.js";
import {viewOf} from "../../lib/scenario/view.js";
import {placesOf, type Place} from "../contents/places.js";
import {charts} from "../figure/charts/index.js";
import {scenarioAt, type Chapter} from "../page/chapters.js";
import type {BuildContext} from "../page/context.js";
import {pinned} from "../page/pinned.js";

/**
 * What other sites may show in a frame: every chart, every equation that has a card, and the
 * laboratory, each on a page of its own, such as /embed/roofline.html. The chapters place them; a
 * frame takes over what stands there, with the controls beneath.
 */
export interface Frame {
  /** Its page is /embed/NAME.html, e.g. "roofline", "equation-latency" or "laboratory". */
  name: string;
  /** Where it is taken from. A frame begins with the scenario of its chapter. */
  chapter: Chapter;
  /** Where its line of origin leads, e.g. "/pages/latency#figure-roofline". */
  address: string;
  /** Its tags, as the chapter writes them. */
  tags: string;
  /** What it shows before anything is moved, in one sentence. */
  title(context: BuildContext): string;
}

/** All frames, in the order of the charts and then of the formulas. */
export const frames: readonly Frame[] = [
  ...charts.map(({name}) => chartFrame(firstPlace("figure", name))),
  ...Object.values(formulas)
    .filter(({id}) => cardsOf(id).length > 0)
    .map(({id}) => equationFrame(id, cardsOf(id)[0]!)),
  laboratoryFrame(),
];

/** The pages of all frames, for Framework's dynamicPaths. */
export const framePaths: readonly string[] = frames.map(({name}) => `/embed/${name}`);

/** The frame whose page is at this path, e.g. "/embed/roofline". */
export function frameAt(path: string): Frame | undefined {
  return frames.find(({name}) => path === `/embed/${name}`);
}

/** Whether the page at this path is a frame's. */
export const isFrame = (path: string): boolean => frameAt(path) !== undefined;

/** The scenario with which any page begins, a frame's being that of its chapter. */
export function scenarioOfPage(path: string): Partial<Scenario> {
  return frameAt(path)?.chapter.scenario ?? scenarioAt(path);
}

function chartFrame(place: Place): Frame {
  const name = place.attributes["figure"]!;
  const chart = charts.find((one) => one.name === name)!;
  const tag = new RegExp(`<figure data-figure="${name}"[^>]*></figure>`);
  return {
    ...placed(place),
    name,
    tags: tagsIn(place.chapter, tag),
    title(context) {
      const base = {...defaultScenario, ...place.chapter.scenario};
      const view = viewOf(pinned(base, place.attributes), context.catalog);
      return chart.title(view, context, place.attributes);
    },
  };
}

function equationFrame(id: FormulaId, place: Place): Frame {
  return {
    ...placed(place),
    name: `equation-${id}`,
    tags: tagsIn(
      place.chapter,
      new RegExp(`<div data-equation="${id}"(?![^>]*data-plain)[^>]*></div>`),
    ),
    title: ({words}) => words.formulas.titles[id],
  };
}

/** What measures the reader's machine, what was found out, and what the law says to that. */
function laboratoryFrame(): Frame {
  const {chapter} = firstPlace("figure", "own-verdict");
  const tag = (part: string) => `<div data-laboratory="${part}"></div>`;
  const verdict = tagsIn(chapter, /<figure data-figure="own-verdict"[^>]*><\/figure>/);
  return {
    name: "laboratory",
    chapter,
    address: `${chapter.path}#figure-own-verdict`,
    tags: [
      `<section class="predict committed">`,
      tag("bench"),
      verdict,
      `</section>`,
      tag("facts"),
    ].join("\n"),
    title: ({words}) => words.embed.laboratory,
  };
}

/** Where a chapter shows it first; the cover is no chapter, so it comes last. */
function firstPlace(kind: "figure" | "equation", name: string): Place {
  const places = placesOf(kind).filter(({attributes}) => attributes[kind] === name);
  const place = places.find(({chapter}) => chapter.id !== "cover") ?? places[0];
  if (place !== undefined) return place;
  throw new Error(`No chapter places data-${kind}="${name}", so no frame can show it.`);
}

function cardsOf(id: FormulaId): Place[] {
  return placesOf("equation").filter(
    ({attributes}) => attributes["equation"] === id && attributes["plain"] === undefined,
  );
}

function placed({chapter, address}: Place): Pick<Frame, "chapter" | "address"> {
  return {chapter, address};
}

/**
 * The tag, and the controls of the block that follows it. What a question veils in the chapter is
 * seen at once: a frame asks nothing.
 */
function tagsIn({path}: Chapter, tag: RegExp): string {
  const markdown = readFileSync(`src${path}.md`, "utf8");
  const found = tag.exec(markdown);
  if (found === null) throw new Error(`src${path}.md does not contain ${tag}.`);
  const next = markdown.slice(found.index + found[0].length);
  const block = /^\n\n<div class="controls[^"]*">\n([^]*?)\n<\/div>\n/.exec(next)?.[1] ?? "";
  const controls = block.split("\n").filter((line) => line.startsWith("<div data-control="));
  return [
    found[0].replace(/ data-veiled="[^"]*"/, ""),
    ...(controls.length > 0 ? [`<div class="controls">`, ...controls, `</div>`] : []),
  ].join("\n");
}
