import {precisionQuantities} from "../../lib/scenario/quantities/precision.js";
import {blockLayout} from "../figure/charts/block-layout.js";
import {roundingError} from "../figure/charts/rounding-error.js";
import {perplexitySize} from "../figure/charts/perplexity-size.js";
import {fits} from "../figure/charts/fits.js";
import {precisionPhases} from "../figure/charts/precision-phases.js";
import {blockLayout as blockLayoutWords} from "../messages/en/figures/block-layout.js";
import {roundingError as roundingErrorWords} from "../messages/en/figures/rounding-error.js";
import {perplexitySize as perplexitySizeWords} from "../messages/en/figures/perplexity-size.js";
import {fits as fitsWords} from "../messages/en/figures/fits.js";
import {precisionPhases as precisionPhasesWords} from "../messages/en/figures/precision-phases.js";
import {beginChapter} from "./chapter.js";

await beginChapter("/pages/precision", {
  charts: [blockLayout, roundingError, perplexitySize, fits, precisionPhases],
  figures: {
    blockLayout: blockLayoutWords,
    roundingError: roundingErrorWords,
    perplexitySize: perplexitySizeWords,
    fits: fitsWords,
    precisionPhases: precisionPhasesWords,
  },
  quantities: precisionQuantities,
});
