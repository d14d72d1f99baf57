import type {SyntheticSize} from "../../lib/catalog/device-report.js";
import {ladderOf} from "../../lib/device/report.js";
import type {Measured} from "../../lib/engine/api.js";
import {bandwidthAt} from "../../lib/device/bandwidth-at.js";
import {formatsInPage, measuredFormatOf, syntheticModels} from "../../lib/scenario/own-run.js";
import {sharesMemory} from "../../lib/engine/shares-memory.js";
import type {Attach, Page} from "../page/context.js";
import {gaugeIn, type Reading} from "./gauge.js";
import {ownReport, showOwn, withRuns} from "./own-report.js";
import {panelIn} from "./panel.js";
import {runsOf, runSynthetic} from "./run-model.js";

/** Runs a model of random weights as the controls have it, reading and writing apart. */
export const attachRuns: Attach = (element, page) => {
  const texts = page.words.figures.laboratory;
  const panel = panelIn(element, page);
  const gauge = (name: string) => element.querySelector<HTMLElement>(`[data-gauge="${name}"]`)!;
  const title = gauge("prefill").querySelector<HTMLElement>(".gauge-title")!;
  const show = {
    prefill: gaugeIn(gauge("prefill"), page),
    decode: gaugeIn(gauge("decode"), page),
  };

  page.watch(({scenario}) => {
    title.textContent = texts.runs.reading(page.numbers.whole(scenario.promptTokens));
    show.prefill();
    show.decode();
  });
  panel.button("go").addEventListener("click", () => {
    void panel.work(async (signal) => {
      const {format: shown, scenario, model, simple} = page.view();
      const format = measuredFormatOf(shown);
      const size = sizeOf(model.name);
      const threads = threadsFor(scenario.workers);
      const {promptTokens} = scenario;
      const asked = {size, format, threads, promptTokens, signal};
      panel.show(0, texts.running(size, formatsInPage[format]));
      const measured = await runSynthetic(asked);
      const report = ownReport(page);
      if (report !== undefined && promptTokens >= 64) {
        await showOwn(withRuns(report, runsOf(asked, measured)));
      }
      for (const phase of ["prefill", "decode"] as const) {
        show[phase](readingOf(phase, measured, simple.weightBytes, page));
      }
    });
  });
};

/** One thread, or as many as the browser lets share memory. */
export function threadsFor(workers: "one" | "all"): number {
  return workers === "one" || !sharesMemory() ? 1 : navigator.hardwareConcurrency;
}

function sizeOf(model: string): SyntheticSize {
  return model === syntheticModels["15M"] ? "15M" : "110M";
}

function readingOf(
  phase: "prefill" | "decode",
  measured: readonly Measured[],
  bytes: number,
  page: Page,
): Reading {
  const rounds = measured.map((round) => round[phase]).sort((a, b) => a.seconds - b.seconds);
  const {tokens, seconds} = rounds[rounds.length >> 1]!;
  const passes = phase === "prefill" ? 1 : tokens;
  return {
    tokensPerSecond: tokens / seconds,
    bytes,
    ...throughput((bytes * passes) / seconds, bytes, measured[0]!.threads, page),
  };
}

/** Bytes per second, and what share that is of what the ladder found. */
export function throughput(
  bandwidth: number,
  bytes: number,
  threads: number,
  page: Page,
): {bandwidth: number; share?: number} {
  const report = ownReport(page);
  if (report === undefined) return {bandwidth};
  const roof = bandwidthAt(ladderOf(report, threads).points, bytes).median;
  return {bandwidth, share: bandwidth / roof};
}
