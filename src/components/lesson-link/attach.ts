import type {Attach} from "../page/context.js";
import {lessonLink} from "./link.js";

/** Keeps the link in step with what the teacher chooses, and copies it. */
export const attachLessonLink: Attach = (element, {words}) => {
  const texts = words.figures.lessonLink;
  const form = element.querySelector("form")!;
  const part = <Kind extends HTMLElement>(selector: string) => form.querySelector<Kind>(selector)!;
  const page = part<HTMLSelectElement>("#lesson-page");
  const state = part<HTMLInputElement>("#lesson-state");
  const link = part<HTMLInputElement>("#lesson-link");
  const open = part<HTMLAnchorElement>("[data-open]");
  const verdict = element.querySelector<HTMLElement>(".verdict")!;

  const named = (fieldset: HTMLElement, kind: "lock" | "hide"): string[] =>
    [...fieldset.querySelectorAll<HTMLInputElement>(`[data-${kind}]`)]
      .filter(({checked}) => checked)
      .map(({dataset}) => dataset[kind] ?? "");

  const show = (): void => {
    for (const fieldset of form.querySelectorAll<HTMLElement>("[data-controls-of]")) {
      fieldset.hidden = fieldset.dataset["controlsOf"] !== page.value;
    }
    const fieldset = part(`[data-controls-of="${page.value}"]`);
    const made = lessonLink({
      page: part<HTMLAnchorElement>(`[data-way="${page.value}"]`).href,
      setAddress: state.value,
      locked: named(fieldset, "lock"),
      hidden: named(fieldset, "hide"),
      closesAnswers: part<HTMLInputElement>("[data-close]").checked,
    });
    const isMade = "address" in made;
    verdict.textContent = isMade ? "" : texts.refused[made.refusal];
    state.setAttribute("aria-invalid", String(!isMade));
    link.value = isMade ? made.address : "";
    open.hidden = !isMade;
    if (isMade) open.href = made.address;
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (link.value === "") return state.focus();
    try {
      await navigator.clipboard.writeText(link.value);
      verdict.textContent = texts.copied;
    } catch {
      link.select(); // forbidden, or no secure context
      verdict.textContent = texts.notCopied;
    }
  });
  show();
};
