import {FileAttachment} from "observablehq:stdlib";
import type {Catalog} from "../../lib/catalog/catalog.js";
import type {Quantities} from "../../lib/scenario/quantities.js";
import {basicQuantities} from "../../lib/scenario/quantities/basic.js";
import {en, type FigureWords, type Messages} from "../messages/en/index.js";
import {inLanguage} from "../messages/in-language.js";
import {createNumbers} from "../numbers.js";
import type {Page} from "./context.js";
import {scenarioAt} from "./chapters.js";
import {linkedDevice} from "./linked-device.js";
import {ownDevice} from "./own-device.js";
import {start, type Attachments, type Standing} from "./start.js";

/** What a page brings of its own, so that no reader fetches what stands on other pages. */
export interface Brought {
  attachments: Attachments;
  /** The words of its figures. */
  figures: Partial<FigureWords>;
  /** What its sentences and questions show beside the basic quantities. */
  quantities?: Quantities;
}

/** Fetches the catalog and brings the page at this path to life, e.g. "/pages/latency". */
export async function begin(
  path: string,
  {attachments, figures, quantities}: Brought,
  standing?: Standing,
): Promise<Page> {
  const [catalog, words, own, linked] = await Promise.all([
    FileAttachment("../../data/catalog.json").json<Catalog>(),
    inLanguage({...en, figures: {...en.figures, ...figures}} as Messages),
    ownDevice(),
    linkedDevice(),
  ]);
  const context = {
    catalog,
    words,
    numbers: createNumbers(words.locale),
    quantities: {...basicQuantities, ...quantities},
  };
  return start(context, attachments, scenarioAt(path), {own, linked}, standing);
}
