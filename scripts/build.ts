// Builds the site into dist/: plain files for any static server, made without a network.

import {writeFileSync} from "node:fs";
import {prepareCache} from "./site/cache.js";
import {buildSite} from "./site/framework.js";
import {writeElements} from "./site/elements.js";
import {writeElsewhere} from "./site/elsewhere.js";
import {printFrames} from "./site/frames.js";
import {headersFile} from "./site/headers.js";
import {writeKeeping} from "./site/keep.js";
import {runLoaders} from "./site/loaders.js";
import {mendSite} from "./site/mend.js";
import {hashSources, stampBuild} from "./site/stamp.js";

const began = performance.now();
const hash = hashSources();
const {default: config} = await import("../observablehq.config.js");

try {
  prepareCache();
  await runLoaders(config.dynamicPaths);
  printFrames();
  await buildSite();
  const pages = await mendSite("dist");
  writeElsewhere("dist", process.env["SITE_URL"]);
  await writeElements("dist", process.env["SITE_URL"]);
  writeFileSync("dist/_headers", headersFile());
  await writeKeeping("dist");
  stampBuild(hash);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`Built ${pages} pages into dist/ in ${seconds} s.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
