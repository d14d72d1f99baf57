import {attachControl} from "../control/attach.js";
import {attachEquation} from "../equation/attach.js";
import {figureAttacher} from "../figure/attach.js";
import {roofline} from "../figure/charts/roofline.js";
import {attachLiveNumber} from "../live-number/attach.js";
import {attachOwn} from "../own-model/attach.js";
import {attachPick} from "../pick/attach.js";
import {begin} from "./begin.js";

await begin("/index", {
  "[data-number]": attachLiveNumber,
  "[data-pick]": attachPick,
  "[data-control]": attachControl,
  "[data-own]": attachOwn,
  "[data-equation]": attachEquation,
  "[data-figure]": figureAttacher([roofline]),
});
