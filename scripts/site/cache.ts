import {mkdirSync, readdirSync, rmSync} from "node:fs";
import {join} from "node:path";

const cache = join("src", ".observablehq", "cache");

/**
 * What Framework would look up at the npm registry before every build, whether a page uses it or
 * not. A folder with a version in its name counts as the answer, so empty folders let the build
 * run without a network. Any version will do: no page imports any of these.
 */
const neverUsed = [
  "apache-arrow@1.0.0",
  "arquero@1.0.0",
  "d3-dsv@1.0.0",
  "d3@1.0.0",
  "echarts@1.0.0",
  "htl@1.0.0",
  "leaflet@1.0.0",
  "lodash@1.0.0",
  "mapbox-gl@1.0.0",
  "parquet-wasm@1.0.0",
  "react@1.0.0",
  "react-dom@1.0.0",
  "topojson-client@1.0.0",
  "@observablehq/plot@1.0.0",
  "@observablehq/sample-datasets@1.0.0",
];

/**
 * Makes Framework's cache fit for an offline build: answers its questions about versions, and
 * drops what loaders printed earlier, which Framework would use again although their data changed.
 */
export function prepareCache(): void {
  for (const folder of neverUsed) mkdirSync(join(cache, "_npm", folder), {recursive: true});
  for (const name of readdirSync(cache)) {
    if (name !== "_npm" && name !== "_node") rmSync(join(cache, name), {recursive: true});
  }
}

/** Where Framework looks for what the loader of `path` printed, e.g. "/fonts/fonts.css". */
export function cachePathOf(path: string): string {
  return join(cache, path);
}
