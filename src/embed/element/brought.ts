import type {FigureWords} from "../../components/messages/en/index.js";
import type {Quantities} from "../../lib/scenario/quantities.js";
import type {Scenario} from "../../lib/scenario/scenario.js";
import type {PackedCatalog} from "./catalog.js";
import type {Grown} from "../../components/embed/grow.js";
import type {BringToLife} from "./live.js";

/** What the build puts into the file of one element: so much, and nothing that others need. */
export interface Brought {
  /** Its tag, e.g. "inference-roofline". */
  tag: string;
  /** What it shows, before anything is live. */
  grown: Grown;
  css: string;
  /** As much of the catalog as it shows. */
  catalog: PackedCatalog;
  /** The words of its chart. */
  figures: Partial<FigureWords>;
  /** The numbers in its equation; a chart has none. */
  quantities: Quantities;
  /** The scenario of its chapter, with which it begins. */
  scenario: Partial<Scenario>;
  /** Whole address of the site, and its place in a chapter: "pages/latency.html#figure-roofline". */
  root: string;
  origin: string;
  bringToLife: BringToLife;
}
