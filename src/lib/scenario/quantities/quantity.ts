import type {Catalog} from "../../catalog/catalog.js";
import type {View} from "../view.js";

/** A number that follows from a scenario, in SI units; undefined where nobody has measured it. */
export type Quantity = (view: View, catalog: Catalog) => number | undefined;
