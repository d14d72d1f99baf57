import {promptQuantities} from "../../lib/scenario/quantities/prompts.js";
import {attachClock} from "../clock/attach.js";
import {prefillDecode} from "../figure/charts/prefill-decode.js";
import {promptGap} from "../figure/charts/prompt-gap.js";
import {severalGpus} from "../figure/charts/several-gpus.js";
import {prefillDecode as prefillDecodeWords} from "../messages/en/figures/prefill-decode.js";
import {promptGap as promptGapWords} from "../messages/en/figures/prompt-gap.js";
import {severalGpus as severalGpusWords} from "../messages/en/figures/several-gpus.js";
import {beginChapter} from "./chapter.js";

await beginChapter("/pages/prompts", {
  charts: [promptGap, prefillDecode, severalGpus],
  figures: {
    promptGap: promptGapWords,
    prefillDecode: prefillDecodeWords,
    severalGpus: severalGpusWords,
  },
  quantities: promptQuantities,
  attachments: {
    "[data-clock]": attachClock,
  },
});
