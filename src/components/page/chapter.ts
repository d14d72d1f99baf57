import {attachControl} from "../control/attach.js";
import {attachEquation} from "../equation/attach.js";
import {figureAttacher} from "../figure/attach.js";
import type {Chart} from "../figure/chart.js";
import {attachGuess} from "../guess/attach.js";
import {attachLiveNumber} from "../live-number/attach.js";
import {attachOwn} from "../own-model/attach.js";
import {attachTable} from "../table/attach.js";
import {begin} from "./begin.js";
import type {Attachments} from "./start.js";

/** Brings a chapter to life: all that chapters hold, with the charts of this one. */
export function beginChapter(
  path: string,
  charts: readonly Chart[],
  more: Attachments = {},
): Promise<void> {
  return begin(path, {
    "[data-number]": attachLiveNumber,
    "[data-control]": attachControl,
    "[data-equation]": attachEquation,
    "[data-figure]": figureAttacher(charts),
    "[data-guess]": attachGuess,
    "[data-own]": attachOwn,
    "[data-table]": attachTable,
    ...more,
  });
}
