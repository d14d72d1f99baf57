import {parameterCount} from "../lib/arithmetic/parameters.js";
import {architectureFromRow} from "../lib/catalog/architecture-from-row.js";
import type {Model} from "../lib/catalog/catalog.js";
import {checkDistinct, checkSource, checkTogether} from "./checks.js";
import {readRows} from "./rows.js";
import {modelSchema} from "./schema.js";

/**
 * The models of data/models.csv. The sum over a model's tensors must be the total that its
 * publisher states, to the last parameter, or the row must say why not.
 */
export function readModels(file: string): Model[] {
  const lines = readRows(file, modelSchema);
  checkDistinct(lines, "name");
  return lines.map((line) => {
    checkSource(line);
    checkTogether(line, "slidingWindow", ["slidingLayers"]);
    checkTogether(line, "keyValueRank", ["nopeHeadDim", "ropeHeadDim", "valueHeadDim"]);
    checkTogether(line, "numExperts", [
      "expertsPerToken",
      "expertIntermediateSize",
      "sharedIntermediateSize",
      "denseLayers",
      "routerBias",
      "expertBias",
    ]);
    const {name, publishedParameters, publishedNote, source, url, readOn, verified} = line.row;
    const architecture = architectureFromRow(line.row);
    const {total} = parameterCount(architecture);
    const differs = publishedParameters !== undefined && publishedParameters !== total;
    if (differs && publishedNote === undefined) {
      throw line.complain("publishedParameters", `${total}, or publishedNote should say why not`);
    }
    return {
      name,
      architecture,
      ...(publishedParameters !== undefined && {publishedParameters}),
      ...(publishedNote !== undefined && {publishedNote}),
      source,
      ...(url !== undefined && {url}),
      readOn,
      verified,
    };
  });
}
