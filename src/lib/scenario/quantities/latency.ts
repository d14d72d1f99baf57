import type {MachineClass} from "../../arithmetic/hardware.js";
import {tokensPerSecond} from "../../arithmetic/simple-law.js";
import type {Catalog} from "../../catalog/catalog.js";
import {summaryOf} from "../../catalog/forecast-errors.js";
import {scoreboard} from "../../catalog/measured.js";
import {articleSevenBillion} from "../article.js";
import {batchGain} from "../batch-runs.js";
import {contextRatioError} from "../context-runs.js";
import {decodePredictions} from "../predictions.js";
import {beatsPublishedCeiling} from "../scoreboard.js";
import {viewOf, type View} from "../view.js";
import type {Quantity} from "./quantity.js";

/** What the chapter on latency shows beside that: ten readers, the article, the errors. */
export const latencyQuantities = {
  tenReaders: (view, catalog) =>
    withReaders(10, view, catalog).simple.seconds / withReaders(1, view, catalog).simple.seconds,
  tenReadersTotal: (view, catalog) => totalSpeed(withReaders(10, view, catalog)),
  oneReaderTotal: (view, catalog) => totalSpeed(withReaders(1, view, catalog)),

  articleSeconds: ({machine}, catalog) => articleSevenBillion(catalog, machine.name).published,
  articleSpeed: ({machine}, catalog) =>
    tokensPerSecond({seconds: articleSevenBillion(catalog, machine.name).published}),
  articleCorrectedSpeed: ({machine}, catalog) =>
    tokensPerSecond({seconds: articleSevenBillion(catalog, machine.name).corrected}),
  scoreboardCount: (_, catalog) => scoreboard(catalog).length,
  aboveCount: (_, catalog) =>
    scoreboard(catalog).filter((row) => beatsPublishedCeiling(row, catalog)).length,
  appleError: (_, catalog) => decodeError(catalog, "apple"),
  geforceError: (_, catalog) => decodeError(catalog, "geforce"),
  contextError: (_, catalog) => contextRatioError(catalog),
  mixtureGain: (_, catalog) => batchGain(catalog, "gpt-oss-20b"),
  denseGain: (_, catalog) => batchGain(catalog, "Qwen2.5-7B"),
} satisfies Record<string, Quantity>;

/** Nine of ten held-out forecasts of a class are no further off than this. */
const decodeError = (catalog: Catalog, machineClass: MachineClass): number =>
  summaryOf(decodePredictions(catalog).filter((row) => row.class === machineClass)).percentile90;

/** Tokens per second of all readers together. */
const totalSpeed = ({simple}: View): number => simple.batch * simple.tokensPerSecond;

const withReaders = (batch: number, {scenario}: View, catalog: Catalog): View =>
  viewOf({...scenario, batch}, catalog);
