import {derivations, type DerivationId} from "../../lib/formula/derivations.js";
import {formulas, type FormulaId} from "../../lib/formula/formulas.js";
import {defaultScenario} from "../../lib/scenario/scenario.js";
import {viewOf, type View} from "../../lib/scenario/view.js";
import {escapeHtml} from "../build/html.js";
import {renderEquation} from "../equation/render.js";
import {charts} from "../figure/charts/index.js";
import {chapters} from "../page/chapters.js";
import type {Attributes, BuildContext, Render} from "../page/context.js";
import {pinned} from "../page/pinned.js";
import {placesOf, type Place} from "./places.js";

/**
 * All figures, or all formulas, each with links to where it stands:
 * `<div data-contents="figures"></div>`, `<div data-contents="formulas"></div>`.
 */
export const renderContents: Render = (attributes, view, context) => {
  const render = lists[attributes["contents"] ?? ""];
  if (render !== undefined) return render(attributes, view, context);
  throw new Error(
    `data-contents is "${attributes["contents"]}"; it should be one of ${Object.keys(lists).join(", ")}`,
  );
};

const lists: Readonly<Record<string, Render>> = {figures: renderFigures, formulas: renderFormulas};

/** Chapter by chapter: what each figure says when its chapter begins. */
function renderFigures(_attributes: Attributes, _view: View, context: BuildContext): string {
  const places = placesOf("figure");
  return chapters
    .map((chapter) => ({chapter, own: places.filter((place) => place.chapter === chapter)}))
    .filter(({own}) => own.length > 0)
    .map(({chapter, own}) => {
      const heading = escapeHtml(context.words.page.chapters[chapter.id]);
      const items = own.map((place) => figureEntry(place, context)).join("");
      return `<h3>${heading}</h3><ul class="contents">${items}</ul>`;
    })
    .join("");
}

function figureEntry(place: Place, context: BuildContext): string {
  const name = escapeHtml(place.attributes["figure"]!);
  const title = escapeHtml(titleOf(place, context));
  return `<li><a href="${place.address}">${title}</a> <small translate="no">${name}</small></li>`;
}

/** The title of a figure, as it stands on its page before anything has been moved. */
function titleOf({chapter, attributes}: Place, context: BuildContext): string {
  const chart = charts.find(({name}) => name === attributes["figure"]);
  if (chart === undefined) throw new Error(`There is no figure "${attributes["figure"]}".`);
  const scenario = pinned({...defaultScenario, ...chapter.scenario}, attributes);
  return chart.title(viewOf(scenario, context.catalog), context, attributes);
}

/** Formula by formula: what it is called, the law behind it, where it is derived and used. */
function renderFormulas(_attributes: Attributes, view: View, context: BuildContext): string {
  const {words} = context;
  return Object.values(formulas)
    .map(({id, law}) => {
      const equation = renderEquation({equation: id, plain: "true"}, view, context);
      const title = escapeHtml(words.formulas.titles[id]);
      return [
        `<section class="contents-formula">`,
        `<h3><a href="/pages/laws#${law.name}">${title}</a></h3>`,
        `<div data-equation="${id}" data-plain="true">${equation}</div>`,
        `<ul class="contents">`,
        ...derivationsOf(id).map((place) => entry(place, words.contents.derived, context)),
        ...equationsOf(id).map((place) => entry(place, words.contents.used, context)),
        `</ul></section>`,
      ].join("");
    })
    .join("");
}

function entry(
  {chapter, address}: Place,
  sentence: (chapter: string) => string,
  {words}: BuildContext,
): string {
  const text = sentence(words.page.chapters[chapter.id]);
  return `<li><a href="${address}">${escapeHtml(text)}</a></li>`;
}

const equationsOf = (id: FormulaId): Place[] =>
  placesOf("equation").filter(
    // A plain one has no card to link to.
    ({attributes}) => attributes["equation"] === id && attributes["plain"] === undefined,
  );

const derivationsOf = (id: FormulaId): Place[] =>
  placesOf("derivation").filter(
    ({attributes}) => derivations[attributes["derivation"] as DerivationId].leadsTo === id,
  );
