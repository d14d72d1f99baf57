import {conversationQuantities} from "../../lib/scenario/quantities/conversation.js";
import {againstModel} from "../figure/charts/against-model.js";
import {kvGrowth} from "../figure/charts/kv-growth.js";
import {memoryStack} from "../figure/charts/memory-stack.js";
import {sharedHeads} from "../figure/charts/shared-heads.js";
import {againstModel as againstModelWords} from "../messages/en/figures/against-model.js";
import {kvGrowth as kvGrowthWords} from "../messages/en/figures/kv-growth.js";
import {memoryStack as memoryStackWords} from "../messages/en/figures/memory-stack.js";
import {sharedHeads as sharedHeadsWords} from "../messages/en/figures/shared-heads.js";
import {beginChapter} from "./chapter.js";

await beginChapter("/pages/conversation", {
  charts: [againstModel, sharedHeads, kvGrowth, memoryStack],
  figures: {
    againstModel: againstModelWords,
    sharedHeads: sharedHeadsWords,
    kvGrowth: kvGrowthWords,
    memoryStack: memoryStackWords,
  },
  quantities: conversationQuantities,
});
