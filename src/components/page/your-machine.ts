import {deviceQuantities} from "../../lib/scenario/quantities/device.js";
import {bandwidthLadder} from "../figure/charts/bandwidth-ladder.js";
import {ownErrors} from "../figure/charts/own-errors.js";
import {ownRoofline} from "../figure/charts/own-roofline.js";
import {ownSeven} from "../figure/charts/own-seven.js";
import {ownVerdict} from "../figure/charts/own-verdict.js";
import {attachLaboratory} from "../laboratory/attach.js";
import {bandwidthLadder as bandwidthLadderWords} from "../messages/en/figures/bandwidth-ladder.js";
import {handover} from "../messages/en/figures/handover.js";
import {laboratory} from "../messages/en/figures/laboratory.js";
import {ownErrors as ownErrorsWords} from "../messages/en/figures/own-errors.js";
import {ownRoofline as ownRooflineWords} from "../messages/en/figures/own-roofline.js";
import {ownSeven as ownSevenWords} from "../messages/en/figures/own-seven.js";
import {ownVerdict as ownVerdictWords} from "../messages/en/figures/own-verdict.js";
import {beginChapter} from "./chapter.js";

await beginChapter("/pages/your-machine", {
  charts: [ownVerdict, bandwidthLadder, ownRoofline, ownErrors, ownSeven],
  figures: {
    ownVerdict: ownVerdictWords,
    bandwidthLadder: bandwidthLadderWords,
    ownRoofline: ownRooflineWords,
    ownErrors: ownErrorsWords,
    ownSeven: ownSevenWords,
    laboratory, // no figures, but words of this page alone
    handover,
  },
  quantities: deviceQuantities,
  attachments: {
    "[data-laboratory]": attachLaboratory,
  },
});
