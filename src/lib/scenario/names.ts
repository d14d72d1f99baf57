import {formatNamed} from "../arithmetic/precision.js";
import type {Catalog} from "../catalog/catalog.js";
import {findMachine, findModel} from "../catalog/find.js";
import type {Names} from "./address.js";

/** Finds the catalog's own spelling of the names in an address. */
export function namesIn(catalog: Catalog): Names {
  return {
    model: (name) => findModel(catalog, name).name,
    machine: (name) => findMachine(catalog, name).name,
    format: (name) => formatNamed(name).name,
  };
}
