import {againstModel} from "../figure/charts/against-model.js";
import {kvGrowth} from "../figure/charts/kv-growth.js";
import {memoryStack} from "../figure/charts/memory-stack.js";
import {sharedHeads} from "../figure/charts/shared-heads.js";
import {beginChapter} from "./chapter.js";

await beginChapter("/pages/conversation", [againstModel, sharedHeads, kvGrowth, memoryStack]);
