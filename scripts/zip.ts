// Packs the built site into inference-arithmetic.zip, which works from any server of folders.

import {spawnSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {hashSources, isBuiltFrom} from "./site/stamp.js";
import {zipSite} from "./site/zip.js";

const file = "inference-arithmetic.zip";

if (!isBuiltFrom(hashSources())) {
  const {status} = spawnSync(process.execPath, ["scripts/run.mjs", "build"], {stdio: "inherit"});
  if (status !== 0) process.exit(1);
}
const archive = zipSite("dist");
writeFileSync(file, archive);
console.log(
  `${file}: ${(archive.length / 1e6).toFixed(1)} MB. Unpack it, and read its README.txt.`,
);
