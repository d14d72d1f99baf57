import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";

/** Everything that the built site depends on. */
const sources = [
  "data",
  "observablehq.config.ts",
  "package-lock.json",
  "scripts/build.ts",
  "scripts/site",
  "src",
];

const stamp = join("dist", ".built-from");

/** One hash of the names and contents of all sources. */
export function hashSources(): string {
  return hashFiles(sources);
}

/** One hash of the names and contents of files, and of all files in folders. */
export function hashFiles(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesIn).sort()) {
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) => filesIn(`${path}/${name}`));
}

/** Whether dist/ was built from the sources as they are now. */
export function isBuiltFrom(hash: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

export function stampBuild(hash: string): void {
  writeFileSync(stamp, hash);
}
