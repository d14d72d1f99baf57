import {recountQuantities} from "../../lib/scenario/quantities/recount.js";
import {recount} from "../figure/charts/recount.js";
import {recount as recountWords} from "../messages/en/figures/recount.js";
import {beginChapter} from "./chapter.js";

await beginChapter("/pages/recount", {
  charts: [recount],
  figures: {
    recount: recountWords,
  },
  quantities: recountQuantities,
});
