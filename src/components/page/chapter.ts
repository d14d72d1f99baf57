import {attachControl} from "../control/attach.js";
import {attachEquation} from "../equation/attach.js";
import {figureAttacher} from "../figure/attach.js";
import type {Chart} from "../figure/chart.js";
import {attachGuess} from "../guess/attach.js";
import {attachLiveNumber} from "../live-number/attach.js";
import {attachOwn} from "../own-model/attach.js";
import {attachTable} from "../table/attach.js";
import {begin, type Brought} from "./begin.js";

/**
 * Brings a chapter to life: all that chapters hold, with the charts of this one, the words of those
 * charts, and the quantities of its sentences.
 */
export async function beginChapter(
  path: string,
  {
    charts,
    attachments,
    ...brought
  }: Partial<Brought> & {
    charts: readonly Chart[];
    figures: Brought["figures"];
  },
): Promise<void> {
  await begin(path, {
    ...brought,
    attachments: {
      "[data-number]": attachLiveNumber,
      "[data-control]": attachControl,
      "[data-equation]": attachEquation,
      "[data-figure]": figureAttacher(charts),
      "[data-guess]": attachGuess,
      "[data-own]": attachOwn,
      "[data-table]": attachTable,
      ...attachments,
    },
  });
}
