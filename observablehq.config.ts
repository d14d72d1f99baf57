import {context} from "./scripts/site/context.js";
import {appHead} from "./src/components/build/app.js";
import {cardPaths} from "./src/components/build/cards.js";
import {headOf, headPaths} from "./src/components/build/head.js";
import {liveElements} from "./src/components/build/markdown.js";
import {renderers} from "./src/components/build/renderers.js";
import {frameHead} from "./src/components/embed/page.js";
import {discoveryLinks} from "./src/components/embed/oembed.js";
import {framePaths, isFrame, scenarioOfPage} from "./src/components/embed/frames.js";
import {builtEn} from "./src/components/messages/en/built.js";
import {footer, header} from "./src/components/page/furniture.js";
import {sheetScenario, worksheetPath} from "./src/components/worksheet/fill.js";
import {withExercises} from "./src/components/worksheet/included.js";
import {csvPaths} from "./src/lib/catalog/data-files.js";
import {modelPaths} from "./src/lib/catalog/model-files.js";
import {firstSeed} from "./src/lib/scenario/worksheet/variant.js";

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
  head: ({path, title}: {path: string; title: string | null}) =>
    frameHead(path, context) ??
    [
      headOf(path, title),
      appHead(path),
      ...discoveryLinks(path, context, process.env["SITE_URL"]),
    ].join("\n"),
  header: ({path}: {path: string}) => (isFrame(path) ? "" : header(builtEn, path)),
  footer: ({path}: {path: string}) => (isFrame(path) ? "" : footer(builtEn)),
  dynamicPaths: [
    ...headPaths,
    ...csvPaths,
    ...modelPaths,
    ...framePaths,
    ...cardPaths,
    "/embed/v1/engine.js",
    "/embed/v1/laboratory.js",
  ],
  markdownIt: liveElements(
    renderers,
    context,
    (path) => (path === worksheetPath ? sheetScenario(firstSeed) : scenarioOfPage(path)),
    withExercises,
  ),
};
