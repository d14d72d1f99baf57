import {spawn} from "node:child_process";
import {existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync} from "node:fs";
import {availableParallelism} from "node:os";
import {dirname, join} from "node:path";
import {cachePathOf} from "./cache.js";
import {hashFiles} from "./stamp.js";

interface Loader {
  file: string; // e.g. "src/katex/fonts/[font].woff2.ts"
  args: readonly string[]; // e.g. ["--font=KaTeX_Main-Bold"]
  path: string; // e.g. "/katex/fonts/KaTeX_Main-Bold.woff2"
}

const printed = /\.(css|csv|js|json|svg|txt|wasm|woff2)\.ts$/;

/**
 * Runs every loader before Framework does, side by side, and stores what they print where
 * Framework looks for it. Framework hashes the time of these files into the names of modules, so
 * they all get one fixed time: two builds of the same source are then the same, byte for byte.
 */
export async function runLoaders(dynamicPaths: readonly string[]): Promise<void> {
  const waiting = [...plainLoaders(), ...dynamicPaths.flatMap(patternLoader)];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await run(next);
  };
  await Promise.all(Array.from({length: availableParallelism()}, worker));
}

/** Loaders that print one file, e.g. src/data/catalog.json.ts. */
function plainLoaders(): Loader[] {
  return readdirSync("src", {recursive: true, encoding: "utf8"})
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => printed.test(file) && !file.includes("[") && !file.startsWith("."))
    .map((file) => ({file: `src/${file}`, args: [], path: `/${file.slice(0, -".ts".length)}`}));
}

/** The loader whose name has a hole for the file's, e.g. src/katex/fonts/[font].woff2.ts. */
function patternLoader(path: string): Loader[] {
  const folder = join("src", dirname(path));
  const [, name, extension] = /([^/.]+)(\.\w+)$/.exec(path) ?? [];
  if (name === undefined || !existsSync(folder)) return [];
  for (const file of readdirSync(folder)) {
    const hole = /^\[(\w+)\](\.\w+)\.ts$/.exec(file);
    if (hole === null || hole[2] !== extension) continue;
    return [{file: join(folder, file), args: [`--${hole[1]}=${name}`], path}];
  }
  return [];
}

/** The time of every printed file, so that it tells nothing of the build. */
export const fixedTime = new Date("2000-01-01T00:00:00Z");

async function run(loader: Loader): Promise<void> {
  const target = cachePathOf(loader.path);
  mkdirSync(dirname(target), {recursive: true});
  writeFileSync(target, await outputOf(loader));
  utimesSync(target, fixedTime, fixedTime);
}

/** Cutting fonts down takes most of a build and seldom changes, so its results are kept. */
async function outputOf(loader: Loader): Promise<Buffer> {
  if (!/^src\/(fonts|katex)\//.test(loader.file)) return print(loader);
  const sources = hashFiles(["package-lock.json", "src/fonts", "src/katex"]);
  const kept = join("node_modules", ".cache", "fonts", sources, loader.path);
  if (existsSync(kept)) return readFileSync(kept);
  const output = await print(loader);
  mkdirSync(dirname(kept), {recursive: true});
  writeFileSync(kept, output);
  return output;
}

async function print({file, args, path}: Loader): Promise<Buffer> {
  const loader = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const chunks: Buffer[] = [];
  loader.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise((resolve, reject) => {
    loader.on("error", reject);
    loader.on("close", resolve);
  });
  if (code !== 0) throw new Error(`${file} failed, so ${path} could not be made.`);
  return Buffer.concat(chunks);
}
