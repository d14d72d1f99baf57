import {shownRun} from "../../lib/scenario/own-run.js";
import {keptText} from "../device/storage.js";
import {parseNumber} from "../guess/parse-number.js";
import type {Attach} from "../page/context.js";
import {factsOf} from "./facts.js";
import {offerThreads} from "./threads.js";
import {ownReport, showOwn} from "./own-report.js";
import {panelIn} from "./panel.js";

/** What is known of the machine that is shown, and what the reader may do with his own. */
export const attachFacts: Attach = (element, page) => {
  const texts = page.words.figures.laboratory;
  const panel = panelIn(element, page);
  const part = <Part extends HTMLElement>(selector: string) =>
    element.querySelector<Part>(selector)!;
  const kept = part(".lab-kept");
  const field = part<HTMLInputElement>(".lab-memory input");

  page.watch(() => {
    const run = shownRun(page.catalog);
    part(".lab-title").textContent = texts.facts.title(run.own, run.name);
    const values = part(".lab-facts").querySelectorAll("dd");
    factsOf(run, page).forEach(({value}, i) => {
      if (values[i]!.textContent !== value) values[i]!.textContent = value;
    });
    kept.hidden = !run.own;
    panel.button("keep").disabled = keptText() !== undefined;
  });

  void offerThreads(part(".lab-isolation"), panel, texts.isolation);

  field.addEventListener("change", () => {
    const gigabytes = parseNumber(field.value);
    const report = ownReport(page);
    if (report === undefined || gigabytes === null || gigabytes === 0) return;
    if (gigabytes < 0.1 || gigabytes > 1e5) return panel.say(texts.memoryRange, true);
    void showOwn({...report, memoryBytes: gigabytes * 1e9});
  });
  panel.button("keep").addEventListener("click", async () => {
    const report = ownReport(page);
    if (report === undefined) return;
    const {keepReport} = await import("../device/kept.js");
    panel.say(keepReport(report) ? texts.kept : texts.notKept);
  });
  panel.button("save").addEventListener("click", async () => {
    const report = ownReport(page);
    if (report === undefined) return;
    const {reportFile} = await import("../device/kept.js");
    const {content, name} = reportFile(report);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  const picker = part<HTMLInputElement>(".lab-report");
  picker.addEventListener("change", async () => {
    const [file] = picker.files ?? [];
    picker.value = ""; // so that the same file can be chosen again
    if (file === undefined) return;
    const {reportIn} = await import("../device/kept.js");
    try {
      await showOwn(await reportIn(file));
      panel.say(texts.readInDone);
    } catch (error) {
      panel.say(error instanceof Error ? error.message : String(error), true);
    }
  });
  panel.button("forget").addEventListener("click", async () => {
    const {forgetReport} = await import("../device/kept.js");
    forgetReport();
    panel.say(texts.forgotten);
  });
};
