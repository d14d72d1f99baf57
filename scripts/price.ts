import {writeFileSync} from "node:fs";
import {build} from "esbuild";
import {chromium, type Page} from "playwright-core";
import {format, resolveConfig} from "prettier";
import type * as measuring from "../src/components/price/measure.js";
import type {Found} from "../src/components/price/measure.js";
import type {LoadModel} from "../src/lib/engine/api.js";
import {recordedSeeds, type StoredFormat} from "../src/lib/scenario/stored-formats.js";
import {findOrInstallBrowser} from "./browser/find.js";
import {serve} from "./site/serve.js";

/**
 * Records for chapter 9 what the demo model makes of its tales in every format, and which stories it
 * tells, with the engine of the built site in a browser:
 *
 *     npm run build && node scripts/run.mjs price
 *
 * Chapter 9 shows this until a reader measures for himself. Writes src/lib/scenario/recorded-prices.ts
 * and recorded-stories.ts.
 */

type Recording = readonly (readonly [StoredFormat, Found])[];

const {outputFiles} = await build({
  entryPoints: ["src/components/price/measure.ts"],
  bundle: true,
  format: "iife",
  globalName: "measuring",
  footer: {js: "globalThis.measuring = measuring;"},
  write: false,
});
const {address, close} = await serve("dist", 0);
const browser = await chromium.launch({executablePath: await findOrInstallBrowser()});
try {
  const page = await browser.newPage();
  await page.goto(`${address}pages/price.html`);
  await page.evaluate(outputFiles[0].text);
  const recording = await record(page, address);
  await write("recorded-prices", pricesModule(recording));
  await write("recorded-stories", storiesModule(recording));
} finally {
  await browser.close();
  close();
}

async function write(name: string, module: string): Promise<void> {
  const path = `src/lib/scenario/${name}.ts`;
  const options = await resolveConfig(path);
  writeFileSync(path, await format(module, {...options, filepath: path}));
}

/** Everything is measured once, in a page of the built site. */
async function record(page: Page, address: string): Promise<Recording> {
  const places = {
    engine: `${address}embed/v1/engine.js`,
    file: `${address}data/model/fable-f32.gguf`,
    text: `${address}data/model/heldout.txt`,
    seeds: Array.from({length: recordedSeeds}, (_, i) => i + 1),
  };
  return page.evaluate(async ({engine, file, text, seeds}) => {
    const {measureAll} = (globalThis as unknown as {measuring: typeof measuring}).measuring;
    const {loadModel} = (await import(engine)) as {loadModel: LoadModel};
    const recording: [StoredFormat, Found][] = [];
    await measureAll(loadModel, {
      file: new Uint8Array(await (await fetch(file)).arrayBuffer()),
      text: await (await fetch(text)).text(),
      seeds,
      signal: new AbortController().signal,
      onStage() {},
      onFound(stored, found) {
        recording.push([stored, found]);
      },
    });
    return recording;
  }, places);
}

function key(name: string): string {
  return /^[A-Z]\w*$/.test(name) ? name : JSON.stringify(name);
}

function pricesModule(recording: Recording): string {
  const lines = recording.map(
    ([stored, {price}]) =>
      `  ${key(stored)}: {perplexity: ${price.perplexity.toFixed(3)}, lifted: [${price.lifted.join(", ")}]},`,
  );
  return `import type {Price, StoredFormat} from "./stored-formats.js";

/**
 * What the demo model makes of data/model/heldout.txt in each format, by the notebook's own engine.
 * Written by scripts/price.ts; do not edit.
 */
export const recordedPrices: Readonly<Record<StoredFormat, Price>> = {
${lines.join("\n")}
};

/** Tokens of the text whose odds were counted. */
export const countedTokens = ${recording[0]![1].countedTokens};
`;
}

function storiesModule(recording: Recording): string {
  const seeds = recording[0]![1].stories.map(({seed}) => seed);
  const storyIn = ({stories}: Found, seed: number): string => {
    const {told} = stories.find((story) => story.seed === seed)!;
    if (told.some(({piece}) => piece.includes("|"))) throw new Error("A piece has the bar in it.");
    const pieces = told.map(({piece}) => piece).join("|");
    const surprises = told.map(({surprise}) => Math.round(10 * surprise)).join(" ");
    return `{pieces: ${JSON.stringify(pieces)}, surprises: "${surprises}"}`;
  };
  const lines = seeds.flatMap((seed) => [
    `  ${seed}: {`,
    ...recording.map(([stored, found]) => `    ${key(stored)}: ${storyIn(found, seed)},`),
    "  },",
  ]);
  return `import type {StoredFormat} from "./stored-formats.js";
import type {RecordedStory} from "./stories.js";

/**
 * How the demo model goes on in each format, for each seed, by the notebook's own engine.
 * Written by scripts/price.ts; do not edit.
 */
export const recordedStories: Readonly<
  Record<number, Readonly<Record<StoredFormat, RecordedStory>>>
> = {
${lines.join("\n")}
};
`;
}
