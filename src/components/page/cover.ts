import {attachControl} from "../control/attach.js";
import {attachEquation} from "../equation/attach.js";
import {figureAttacher} from "../figure/attach.js";
import {roofline} from "../figure/charts/roofline.js";
import {attachLiveNumber} from "../live-number/attach.js";
import {roofline as rooflineWords} from "../messages/en/figures/roofline.js";
import {attachOwn} from "../own-model/attach.js";
import {attachPick} from "../pick/attach.js";
import {begin} from "./begin.js";

const attachments = {
  "[data-number]": attachLiveNumber,
  "[data-pick]": attachPick,
  "[data-control]": attachControl,
  "[data-own]": attachOwn,
  "[data-equation]": attachEquation,
  "[data-figure]": figureAttacher([roofline]),
};

await begin("/index", {attachments, figures: {roofline: rooflineWords}});
