import {precisionQuantities} from "../../lib/scenario/quantities/precision.js";
import {priceQuantities} from "../../lib/scenario/quantities/price.js";
import {cliff} from "../figure/charts/cliff.js";
import {cliff as cliffWords} from "../messages/en/figures/cliff.js";
import {attachLab, attachTales} from "../price/attach.js";
import {attachQuestion} from "../question/attach.js";
import {beginChapter} from "./chapter.js";

await beginChapter("/pages/price", {
  charts: [cliff],
  figures: {cliff: cliffWords},
  quantities: {...precisionQuantities, ...priceQuantities},
  attachments: {
    "[data-lab]": attachLab,
    "[data-tales]": attachTales,
    "[data-question]": attachQuestion,
  },
});
