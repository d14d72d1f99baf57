import {conversationQuantities} from "../../lib/scenario/quantities/conversation.js";
import {gpuQuantities} from "../../lib/scenario/quantities/gpus.js";
import {latencyQuantities} from "../../lib/scenario/quantities/latency.js";
import {machineQuantities} from "../../lib/scenario/quantities/machines.js";
import {parameterQuantities} from "../../lib/scenario/quantities/parameters.js";
import {precisionQuantities} from "../../lib/scenario/quantities/precision.js";
import {priceQuantities} from "../../lib/scenario/quantities/price.js";
import {promptQuantities} from "../../lib/scenario/quantities/prompts.js";
import {attachControl} from "../control/attach.js";
import {figureAttacher} from "../figure/attach.js";
import {latencyBatch} from "../figure/charts/latency-batch.js";
import {roofline} from "../figure/charts/roofline.js";
import {attachLiveNumber} from "../live-number/attach.js";
import {latencyBatch as latencyBatchWords} from "../messages/en/figures/latency-batch.js";
import {roofline as rooflineWords} from "../messages/en/figures/roofline.js";
import {worksheet} from "../messages/en/figures/worksheet.js";
import {inLanguage} from "../messages/in-language.js";
import {askedSheet} from "../worksheet/asked.js";
import {sheetScenario, worksheetPath} from "../worksheet/fill.js";
import {attachSheet} from "../worksheet/sheet.js";
import {begin} from "./begin.js";
import type {Page} from "./context.js";

const asked = askedSheet(location.search, await inLanguage(worksheet));

const attachments = {
  "[data-sheet]": (_element: HTMLElement, page: Page) => attachSheet(asked, page),
  "[data-number]": attachLiveNumber,
  "[data-control]": attachControl,
  "[data-figure]": figureAttacher([roofline, latencyBatch]),
};

await begin(
  worksheetPath,
  {
    attachments,
    figures: {
      roofline: rooflineWords,
      latencyBatch: latencyBatchWords,
      worksheet, // no figure, but words of this page alone
    },
    quantities: {
      ...gpuQuantities,
      ...parameterQuantities,
      ...conversationQuantities,
      ...precisionQuantities,
      ...latencyQuantities,
      ...machineQuantities,
      ...promptQuantities,
      ...priceQuantities,
    },
    scenario: sheetScenario(asked.seed),
  },
  {
    // Its address tells which sheet it is, and nothing of the sliders.
    home: () => new URL(location.pathname, location.origin),
    query: () => "",
    keep: () => {},
    permit: (changes) => changes,
  },
);
