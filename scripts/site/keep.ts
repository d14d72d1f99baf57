import {createHash} from "node:crypto";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {getManifest} from "workbox-build";
import type {Entry} from "../../src/worker/kept.js";
import {bundle} from "./bundle.js";
import {writeApp} from "./app.js";

/** What no reader needs without a network: pictures for other sites' previews, elements for their
 * pages, and the demo model, which the laboratory fetches when asked, and keeps itself. */
const leftOut = [
  ...["cards/**", "embed/v1/!(engine|laboratory).js", "data/model/**", "sw.js", "**/_headers"],
];

/**
 * Writes what makes the finished site one that can be kept: its web app manifest, the script that
 * offers it, and last of all the service worker, which knows every other file by its hash.
 */
export async function writeKeeping(folder: string): Promise<void> {
  await writeApp(folder);
  const others = await entriesOf(folder, [...leftOut, "keep.js"]);
  const notebookBytes = others.reduce((sum, [, bytes]) => sum + bytes, 0);
  const script = await bundle("src/components/keep/page.ts", "esm", {notebookBytes});
  writeFileSync(join(folder, "keep.js"), script);

  const entries = await entriesOf(folder, leftOut);
  const version = hashOf(Buffer.from(JSON.stringify(entries)));
  const notebook = {version, entries};
  const worker = await bundle("src/worker/sw.ts", "iife", {notebook});
  writeFileSync(join(folder, "sw.js"), worker);
}

/** The files of the site, and what each of them holds. */
async function entriesOf(folder: string, globIgnores: string[]): Promise<Entry[]> {
  const {manifestEntries, warnings} = await getManifest({
    globDirectory: folder,
    globPatterns: ["**/*"],
    globIgnores,
    maximumFileSizeToCacheInBytes: 10_000_000,
  });
  if (warnings.length > 0) throw new Error(warnings.join("\n"));
  return manifestEntries
    .map(({url}): Entry => {
      const bytes = readFileSync(join(folder, url));
      return [url, bytes.length, hashOf(bytes)];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The first 16 bytes of the SHA-256, in base64url: src/worker/kept.ts reckons the same. */
function hashOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest().subarray(0, 16).toString("base64url");
}
