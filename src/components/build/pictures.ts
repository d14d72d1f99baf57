import {JSDOM} from "jsdom";
import type {Frame} from "../embed/frames.js";
import {charts} from "../figure/charts/index.js";
import {metadataOf} from "../figure/metadata.js";
import {drawingOf} from "../figure/render.js";
import type {BuildContext} from "../page/context.js";
import {writeAddress} from "../../lib/scenario/address.js";
import {defaultScenario} from "../../lib/scenario/scenario.js";
import {viewOf} from "../../lib/scenario/view.js";
import {pinned} from "../page/pinned.js";
import {colour, styleOf, type Theme} from "./drawing-style.js";
import {escapeHtml} from "./html.js";

/** Room around a drawing, for words that stand a little out of it. CSS px. */
const margin = 16;
/** What some need to the right: their last words stand in the margin of a chapter. */
const marginRight: Readonly<Record<string, number>> = {"memory-edge": 52, "total-active": 32};

/** The frames that a still picture can stand for: those of charts. */
export const hasPicture = ({name}: Pick<Frame, "name">): boolean =>
  charts.some((chart) => chart.name === name);

/**
 * The chart of a frame as it begins, as an SVG that needs nothing beside it: /embed/NAME.svg and
 * /embed/NAME-dark.svg.
 *
 * @param root whole address of the site, or "/" where the build does not know it
 */
export function picturesOf(
  frame: Frame,
  context: BuildContext,
  root: string,
): Readonly<Record<Theme, string>> {
  const chart = charts.find(({name}) => name === frame.name)!;
  const attributes = attributesOf(frame);
  const scenario = {...defaultScenario, ...frame.chapter.scenario};
  const view = viewOf(pinned(scenario, attributes), context.catalog);
  const title = chart.title(view, context, attributes);

  // Its rules ask for the elements around it, so a group stands for each of them.
  const {document} = new JSDOM(drawingOf(chart, "wide", view, context, attributes)).window;
  const drawing = document.querySelector("svg")!;
  const {width, height} = sizeOf(drawing);
  const inner = document.createElementNS(svg, "g");
  inner.setAttribute("class", "drawing wide");
  inner.append(...drawing.childNodes);
  const outer = document.createElementNS(svg, "g");
  outer.setAttribute("data-figure", chart.name);
  outer.append(inner);
  document.body.append(outer);

  const right = marginRight[chart.name] ?? margin;
  const box = {x: -margin, y: -margin, width: width + margin + right, height: height + 2 * margin};
  const [path, place] = frame.address.split("#");
  const query = writeAddress(scenario, scenario, {whole: true});
  const address = `${root}${path!.slice(1)}.html${query}#${place}`.replace("/.html", "/");
  const style = styleOf(outer);
  const marks = new document.defaultView!.XMLSerializer().serializeToString(outer);
  const picture = (theme: Theme): string =>
    inBox(box, [
      `<title>${escapeHtml(title)}</title>`,
      `<desc>${escapeHtml(chart.summary(view, context, attributes))}</desc>`,
      metadataOf({title, address}),
      `<style>${style(theme)}</style>`,
      `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="${colour("--paper", theme)}"/>`,
      marks,
    ]);
  return {light: picture("light"), dark: picture("dark")};
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function inBox({x, y, width, height}: Box, content: readonly string[]): string {
  const open = `<svg xmlns="${svg}" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" role="img">`;
  return [open, ...content, `</svg>\n`].join("\n");
}

const svg = "http://www.w3.org/2000/svg";

/** The data attributes of the tag that a frame takes over, e.g. {machines: "Apple M1, …"}. */
function attributesOf({tags}: Frame): Record<string, string> {
  const figure = new JSDOM(tags).window.document.querySelector("figure")!;
  return {...figure.dataset} as Record<string, string>;
}

function sizeOf(drawing: Element): {width: number; height: number} {
  const [, , width, height] = drawing.getAttribute("viewBox")!.split(" ").map(Number);
  return {width: width!, height: height!};
}
