import {classRoofOf, classStatistics} from "../../lib/scenario/class-roofs.js";
import type {Page} from "../page/context.js";
import {forgetClass, keepClass, keptClass} from "./kept.js";
import type {Member, Roll} from "./roll.js";

/** The devices as a table, what they have in common, and what may be done with them. */
export function attachList(element: HTMLElement, page: Page, roll: Roll): void {
  const texts = page.words.figures.classPanel;
  const list = element.querySelector<HTMLElement>(".class-list")!;
  const scroll = list.querySelector<HTMLElement>(".table-scroll")!;
  const keep = list.querySelector<HTMLInputElement>(".class-keep input")!;
  const status = list.querySelector<HTMLElement>(".class-status")!;

  const show = (): void => {
    const members = roll.members();
    list.hidden = members.length === 0;
    list.querySelector(".class-sentence")!.textContent = sentenceOf(members, page);
    scroll.replaceChildren(tableOf(members, page, (code) => roll.remove(code)));
  };
  roll.watch(() => {
    show();
    if (keep.checked) keepNow();
  });
  const keepNow = (): void => {
    const isKept = keepClass(roll.members().map(({code}) => code));
    keep.checked = isKept;
    status.textContent = isKept ? texts.kept : texts.notKept;
  };
  keep.addEventListener("change", () => {
    if (keep.checked) return keepNow();
    forgetClass();
    status.textContent = "";
  });
  list.querySelector('[data-do="wipe"]')!.addEventListener("click", () => {
    keep.checked = false;
    forgetClass();
    roll.clear();
    page.change({});
  });
  list.querySelector('[data-do="save"]')!.addEventListener("click", async () => {
    const {saveClass} = await import("./csv.js");
    saveClass(roll.members(), page);
  });

  const kept = keptClass();
  keep.checked = kept !== undefined;
  if (kept !== undefined) roll.add(kept);
  show();
}

function sentenceOf(members: readonly Member[], {words, numbers}: Page): string {
  if (members.length === 0) return "";
  const {bandwidth, speed, error} = classStatistics(members.map(({device}) => classRoofOf(device)));
  return words.figures.classPanel.statistics({
    count: members.length,
    median: numbers.bandwidth(bandwidth.median),
    from: numbers.bandwidth(bandwidth.lowerQuarter),
    to: numbers.bandwidth(bandwidth.upperQuarter),
    speed: numbers.rate(speed.median),
    error: numbers.percent(error),
  });
}

function tableOf(
  members: readonly Member[],
  {words, numbers}: Page,
  remove: (code: string) => void,
): HTMLTableElement {
  const texts = words.figures.classPanel.list;
  const table = document.createElement("table");
  const heads = table.createTHead().insertRow();
  for (const column of [
    texts.number,
    texts.name,
    texts.bandwidth,
    texts.flops,
    texts.speed,
    texts.foretold,
    texts.error,
    texts.model,
    texts.workers,
  ]) {
    const head = document.createElement("th");
    head.scope = "col";
    head.textContent = column;
    heads.append(head);
  }
  heads.insertCell();
  const body = table.createTBody();
  for (const {code, device, number} of members) {
    const {foretold, error} = classRoofOf(device);
    const row = body.insertRow();
    row.dataset["code"] = code;
    const name = document.createElement("th");
    name.scope = "row";
    name.textContent = device.nickname ?? texts.unnamed;
    name.classList.toggle("unnamed", device.nickname === undefined);
    if (device.nickname !== undefined) name.translate = false;
    row.insertCell().textContent = numbers.whole(number);
    row.append(name);
    for (const text of [
      numbers.bandwidth(device.bandwidth),
      numbers.flopRate(device.flops),
      numbers.rate(device.speed),
      numbers.rate(foretold),
      numbers.change(error),
    ]) {
      row.insertCell().textContent = text;
    }
    const model = row.insertCell();
    model.textContent = device.model;
    model.translate = false;
    row.insertCell().textContent = texts.threads(
      numbers.whole(device.threads),
      numbers.whole(device.workers),
    );
    const out = document.createElement("button");
    out.type = "button";
    out.className = "class-out";
    out.textContent = "✕";
    out.setAttribute(
      "aria-label",
      texts.remove(device.nickname ?? words.figures.classRoofline.device(numbers.whole(number))),
    );
    out.addEventListener("click", () => remove(code));
    row.insertCell().append(out);
  }
  return table;
}
