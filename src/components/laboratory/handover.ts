import type {ClassDevice} from "../../lib/device/class-code.js";
import type {Attach, Page} from "../page/context.js";
import {ownReport} from "./own-report.js";

/** Makes a code of the reader's device for his class, and shows all that is in it. */
export const attachHandover: Attach = (element, page) => {
  const texts = page.words.figures.handover;
  const part = <Part extends HTMLElement>(selector: string) =>
    element.querySelector<Part>(selector)!;
  const form = part<HTMLFormElement>("form");
  const made = part(".handover-made");
  const output = part("output");
  const status = part(".lab-status");
  const open = part<HTMLAnchorElement>(".handover-open");
  const say = (sentence: string, isProblem = false): void => {
    status.textContent = sentence;
    status.classList.toggle("problem", isProblem);
  };

  page.watch(() => {
    const isMeasured = ownReport(page) !== undefined;
    form.querySelector("button")!.disabled = !isMeasured;
    part(".handover-first").hidden = isMeasured;
    if (!isMeasured) made.hidden = true;
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const report = ownReport(page);
    if (report === undefined) return;
    const {ClassCodeError, classDeviceOf, writeClassCode} =
      await import("../../lib/device/class-code.js");
    try {
      const device = classDeviceOf(report, form.querySelector("input")!.value);
      output.textContent = writeClassCode(device);
      open.href = classAddress(output.textContent);
      showInside(part("dl"), device, page);
      made.hidden = false;
      say("");
    } catch (error) {
      if (!(error instanceof ClassCodeError)) throw error;
      made.hidden = true;
      say(error.message, true);
    }
  });
  const copy = async (text: string, done: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      say(done);
    } catch {
      say(texts.notCopied, true);
    }
  };
  part('[data-do="copy"]').addEventListener("click", () => {
    void copy(output.textContent, texts.copied);
  });
  part('[data-do="link"]').addEventListener("click", () => {
    void copy(classAddress(output.textContent), texts.linkCopied);
  });
  part('[data-do="save"]').addEventListener("click", async () => {
    const {save} = await import("../figure/export.js");
    const text = texts.file(output.textContent, classAddress(output.textContent));
    save(new Blob([text], {type: "text/plain"}), "class-code.txt");
  });
};

/** The class's page with a code behind its "#": no server is told that part of an address. */
function classAddress(code: string): string {
  const address = new URL("./class.html", location.href);
  address.hash = code;
  return address.href;
}

/** Everything that a code says, in words. */
function showInside(list: HTMLElement, device: ClassDevice, {words, numbers}: Page): void {
  const texts = words.figures.handover;
  const {bandwidth, flops, speed, model, threads, workers, simd, nickname} = device;
  const facts = [
    [texts.bandwidth, texts.bandwidthIs(numbers.bandwidth(bandwidth), numbers.whole(workers))],
    [texts.flops, texts.flopsIs(numbers.flopRate(flops))],
    [
      texts.speed,
      texts.speedIs(numbers.rate(speed), texts.sizes[model], numbers.whole(threads), threads === 1),
    ],
    [texts.kernels, texts.kernelsAre[simd]],
    [texts.name, nickname ?? texts.noName],
  ];
  list.replaceChildren(
    ...facts.map(([name, value]) => {
      const fact = document.createElement("div");
      fact.append(document.createElement("dt"), document.createElement("dd"));
      fact.children[0]!.textContent = name!;
      fact.children[1]!.textContent = value!;
      return fact;
    }),
  );
}
