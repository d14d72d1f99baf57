import {FileAttachment} from "observablehq:stdlib";
import type {Catalog} from "../../lib/catalog/catalog.js";
import type {Quantities} from "../../lib/scenario/quantities.js";
import {basicQuantities} from "../../lib/scenario/quantities/basic.js";
import type {Scenario} from "../../lib/scenario/scenario.js";
import {en, type FigureWords, type Messages} from "../messages/en/index.js";
import {inLanguage} from "../messages/in-language.js";
import {createNumbers} from "../numbers.js";
import type {Page} from "./context.js";
import {scenarioAt} from "./chapters.js";
import {linkedDevice} from "./linked-device.js";
import {ownDevice} from "./own-device.js";
import {beginLesson, lesson, lessonSettings} from "../settings/lesson.js";
import {start, wholePage, type Attachments, type Standing} from "./start.js";

/** What a page brings of its own, so that no reader fetches what stands on other pages. */
export interface Brought {
  attachments: Attachments;
  /** The words of its figures. */
  figures: Partial<FigureWords>;
  /** What its sentences and questions show beside the basic quantities. */
  quantities?: Quantities;
  /** With what it begins, where that is not what its chapter begins with. */
  scenario?: Partial<Scenario>;
}

/**
 * Fetches the catalog and brings the page at this path to life, e.g. "/pages/latency": with the
 * settings that its address has for a lesson, unless it stands in its own way.
 */
export async function begin(
  path: string,
  {attachments, figures, quantities, scenario = scenarioAt(path)}: Brought,
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
  const devices = {own, linked};
  if (standing !== undefined) return start(context, attachments, scenario, devices, standing);
  const settings = lessonSettings();
  const page = start(context, attachments, scenario, devices, lesson(settings, wholePage));
  beginLesson(settings, page);
  return page;
}
