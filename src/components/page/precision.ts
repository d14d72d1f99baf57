import {blockLayout} from "../figure/charts/block-layout.js";
import {fits} from "../figure/charts/fits.js";
import {perplexitySize} from "../figure/charts/perplexity-size.js";
import {precisionPhases} from "../figure/charts/precision-phases.js";
import {roundingError} from "../figure/charts/rounding-error.js";
import {beginChapter} from "./chapter.js";

const charts = [blockLayout, roundingError, perplexitySize, fits, precisionPhases];

await beginChapter("/pages/precision", charts);
