import type {Attach} from "../page/context.js";
import {attachBench} from "./bench.js";
import {attachFacts} from "./facts-panel.js";
import {attachFile} from "./file.js";
import {attachHandover} from "./handover.js";
import {attachRuns} from "./runs.js";
import {attachStory} from "./story.js";

const parts: Readonly<Record<string, Attach>> = {
  bench: attachBench,
  facts: attachFacts,
  runs: attachRuns,
  story: attachStory,
  file: attachFile,
  handover: attachHandover,
};

/** Brings the parts of the laboratory to life. Nothing is fetched or measured before a press. */
export const attachLaboratory: Attach = (element, page) => {
  parts[element.dataset["laboratory"] ?? ""]?.(element, page);
};
