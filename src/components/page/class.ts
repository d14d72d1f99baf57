import {classAttacher} from "../class/attach.js";
import {createRoll} from "../class/roll.js";
import {classRoofline} from "../figure/charts/class-roofline.js";
import {figureAttacher} from "../figure/attach.js";
import {classPanel} from "../messages/en/figures/class-panel.js";
import {classRoofline as classRooflineWords} from "../messages/en/figures/class-roofline.js";
import {begin} from "./begin.js";

const roll = createRoll();

const page = await begin("/pages/class", {
  figures: {classRoofline: classRooflineWords, classPanel},
  attachments: {
    "[data-figure]": figureAttacher([classRoofline(() => roll.members())]),
    "[data-class]": classAttacher(roll),
  },
});
roll.watch(() => page.change({}));
