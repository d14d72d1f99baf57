import {recount} from "../figure/charts/recount.js";
import {beginChapter} from "./chapter.js";

await beginChapter("/pages/recount", [recount]);
