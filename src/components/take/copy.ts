import type {Page} from "../page/context.js";
import type {Subject} from "./entries.js";

/** Copies a text and tells so. Where the browser refuses, the text is shown, ready to be copied by hand. */
export async function copy(
  text: string,
  copied: string,
  subject: Pick<Subject, "tell">,
  page: Page,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    subject.tell(copied);
  } catch {
    showText(text, page);
  }
}

/** The text in a dialog, selected. */
function showText(text: string, {words: {take}}: Page): void {
  const dialog = document.createElement("dialog");
  dialog.className = "taken";
  const sentence = dialog.appendChild(document.createElement("p"));
  sentence.textContent = take.refused;
  const field = dialog.appendChild(document.createElement("textarea"));
  field.readOnly = true;
  field.rows = 12;
  field.value = text;
  field.setAttribute("aria-label", take.refused);
  const close = dialog.appendChild(document.createElement("button"));
  close.type = "button";
  close.textContent = take.close;
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  field.focus();
  field.select();
  field.scrollTop = 0;
}
