import {attachClock} from "../clock/attach.js";
import {prefillDecode} from "../figure/charts/prefill-decode.js";
import {promptGap} from "../figure/charts/prompt-gap.js";
import {severalGpus} from "../figure/charts/several-gpus.js";
import {beginChapter} from "./chapter.js";

await beginChapter("/pages/prompts", [promptGap, prefillDecode, severalGpus], {
  "[data-clock]": attachClock,
});
