// Fills packages/laws, so that npm can pack it: the laws compiled module by module, so that a
// bundler drops what nobody imports, with their types, the models and machines, and the licences.
//
//   npm pack ./packages/laws

import {spawnSync} from "node:child_process";
import {copyFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {readCatalog} from "../src/data/read-catalog.js";

const folder = join("packages", "laws");
const compiled = join(folder, "dist");

rmSync(compiled, {recursive: true, force: true});
const {status} = spawnSync(
  process.execPath,
  [join("node_modules", "typescript", "bin", "tsc"), "--project", folder],
  {stdio: ["ignore", 2, 2]},
);
if (status !== 0) throw new Error("The laws could not be compiled.");

const {edition, models, machines} = readCatalog();
const facts = JSON.stringify({edition, models, machines}, null, 1);
writeFileSync(join(compiled, "facts.js"), `export const facts = ${facts};\n`);
for (const licence of ["LICENSE", "LICENSE-DATA.md"]) copyFileSync(licence, join(folder, licence));
