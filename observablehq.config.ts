import {headOf, headPaths} from "./src/components/build/head.js";
import {liveElements} from "./src/components/build/markdown.js";
import {renderers} from "./src/components/build/renderers.js";
import {builtEn} from "./src/components/messages/en/built.js";
import {createNumbers} from "./src/components/numbers.js";
import {scenarioAt} from "./src/components/page/chapters.js";
import {footer, header} from "./src/components/page/furniture.js";
import {quantities} from "./src/lib/scenario/quantities.js";
import {csvPaths} from "./src/lib/catalog/data-files.js";
import {modelPaths} from "./src/lib/catalog/model-files.js";
import {readCatalog} from "./src/data/read-catalog.js";

const context = {
  catalog: readCatalog(),
  quantities,
  words: builtEn,
  numbers: createNumbers(builtEn.locale),
};

/** Wiring only. What fills the pages when the site is built stands in src/components. */
export default {
  root: "src",
  output: "dist",
  title: "Inference Arithmetic",
  pages: [],
  globalStylesheets: [],
  style: "style.css",
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  preserveExtension: true,
  head: ({path}: {path: string}) => headOf(path),
  header: ({path}: {path: string}) => header(builtEn, path),
  footer: footer(builtEn),
  dynamicPaths: [
    ...headPaths,
    ...csvPaths,
    ...modelPaths,
    "/embed/v1/engine.js",
    "/embed/v1/laboratory.js",
    "/isolate.js",
  ],
  markdownIt: liveElements(renderers, context, scenarioAt),
};
