import {existsSync, writeFileSync} from "node:fs";
import {chromium, type Page} from "playwright-core";
import {findOrInstallBrowser} from "../../scripts/browser/find.js";
import {serve} from "../../scripts/site/serve.js";
import type * as Laboratory from "../../src/embed/laboratory/page.js";
import type {LoadModel} from "../../src/lib/engine/api.js";
import {passWork} from "../../src/lib/device/pass.js";
import {predictSpeed} from "../../src/lib/device/predict.js";
import {ladderOf, type DeviceReport, type ModelRun} from "../../src/lib/device/report.js";
import {bandwidthAt} from "../../src/lib/device/bandwidth-at.js";
import {syntheticArchitectures} from "../../src/lib/device/synthetic-architectures.js";
import type {Timing} from "./bench.js";

/**
 * The engine on this machine, as the laboratory of the built site measures it: models of random
 * weights in each format, with one thread and with all, and what the law foretold of them. Then the
 * demo model: how long its first token takes, and how long the page hangs.
 *
 * REPORT=file writes the laboratory's report too, as the page's button exports it.
 */
export const name = "engine";

const tries = 5;
/** Seconds. */
const budgets = {firstToken: 0.3, longestTask: 0.05};

export async function run(): Promise<readonly Timing[]> {
  if (!existsSync("dist/index.html")) throw new Error("There is no dist/; npm run build makes it.");
  const {address, close} = await serve("dist", 0);
  const browser = await chromium.launch({executablePath: await findOrInstallBrowser()});
  try {
    const page = await browser.newPage();
    await page.goto(address, {waitUntil: "networkidle"});
    await page.evaluate(scriptFor(address));
    const report = await page.evaluate(() => window.laboratory.measureDevice({mode: "thorough"}));
    if (process.env["REPORT"]) writeFileSync(process.env["REPORT"], JSON.stringify(report));
    console.log(ratesTable(report));
    return await demoTimings(page, new URL("data/model/fable-q8_0.gguf", address).href);
  } finally {
    await browser.close();
    await close();
  }
}

declare global {
  interface Window {
    laboratory: typeof Laboratory;
    engine: {loadModel: LoadModel};
  }
}

/** Text, since the page's policy lets no script be added to it, and evaluation may import. */
function scriptFor(address: string): string {
  const at = (name: string): string => JSON.stringify(new URL(`embed/v1/${name}`, address).href);
  return `(async () => {
    window.laboratory = await import(${at("laboratory.js")});
    window.engine = await import(${at("engine.js")});
  })()`;
}

/** A line for each run: what came, which share of the ladder's bandwidth it is, what was foretold. */
function ratesTable(report: DeviceReport): string {
  const lines = report.runs.map((run) => {
    const {bytes, tokens} = workOf(run);
    const seconds = run.seconds.median;
    const roof = bandwidthAt(ladderOf(report, run.threads).points, bytes).median;
    const {tokensPerSecond} = predictSpeed(report, {
      ...run,
      architecture: syntheticArchitectures[run.model],
      promptTokens: run.tokens,
    });
    // The small model calibrates: that it is foretold well says nothing.
    const error =
      run.model === "15M" ? "" : percent(tokensPerSecond.median / (tokens / seconds) - 1);
    return [
      `${run.model} ${run.format}`,
      `${run.threads} ${run.threads === 1 ? "thread" : "threads"}`,
      run.phase,
      `${(tokens / seconds).toFixed(1)} tokens/s`,
      `${(bytes / seconds / 1e9).toFixed(1)} GB/s`,
      `${((100 * bytes) / seconds / roof).toFixed(0)}% of ${(roof / 1e9).toFixed(1)}`,
      `foretold ${tokensPerSecond.median.toFixed(1)}`,
      error,
    ];
  });
  const widths = lines[0]!.map((_, column) =>
    Math.max(...lines.map((line) => line[column]!.length)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function workOf({model, format, phase, tokens, context}: ModelRun) {
  const architecture = syntheticArchitectures[model];
  const read = phase === "prefill" ? tokens : 1;
  return {tokens: read, ...passWork({architecture, format, phase, tokens: read, context})};
}

const percent = (share: number): string =>
  `${share < 0 ? "−" : "+"}${Math.abs(100 * share).toFixed(0)}%`;

async function demoTimings(page: Page, model: string): Promise<Timing[]> {
  const firsts: number[] = [];
  const longest: number[] = [];
  for (let i = 0; i < tries; i++) {
    const {first, task} = await page.evaluate(async (model) => {
      const bytes = await (await fetch(model)).arrayBuffer();
      const tasks: number[] = [];
      const watching = new PerformanceObserver((list) => {
        for (const {duration} of list.getEntries()) tasks.push(duration / 1000);
      });
      watching.observe({type: "longtask"}); // longer than 50 ms
      const begin = performance.now();
      const loaded = await window.engine.loadModel(bytes);
      const told = loaded.generate([1], {maxTokens: 100})[Symbol.asyncIterator]();
      await told.next();
      const first = (performance.now() - begin) / 1000;
      while (!(await told.next()).done);
      await loaded.dispose();
      watching.disconnect();
      return {first, task: Math.max(0, ...tasks)};
    }, model);
    firsts.push(first);
    longest.push(task);
  }
  return [
    timing("the demo model, from its last byte to its first token", firsts, budgets.firstToken),
    timing("the page's longest task over 50 ms meanwhile", longest, budgets.longestTask),
  ];
}

function timing(what: string, seconds: readonly number[], budget: number): Timing {
  const median = middle(seconds);
  const spread = middle(seconds.map((value) => Math.abs(value - median)));
  return {what, median, spread, runs: seconds.length, budget};
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
