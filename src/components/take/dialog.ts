import type {Page} from "../page/context.js";

/** A text that is shown to be copied, and what it is. */
interface Shown {
  label: string;
  text: string;
}

/** Shows texts in a dialog, each with a button that copies it. */
export function showTexts(title: string, texts: readonly Shown[], {words: {take}}: Page): void {
  const {dialog, status} = openDialog(title, take.close);
  for (const {label, text} of texts) {
    const field = textField(label, text);
    field.classList.add("wrapped");
    const head = document.createElement("div");
    head.className = "taken-head";
    head.appendChild(document.createElement("h3")).textContent = label;
    const button = buttonOf(take.copy, async () => {
      try {
        await navigator.clipboard.writeText(text);
        status.textContent = take.copied.citation(label);
      } catch {
        status.textContent = take.refusedHere;
        select(field);
      }
    });
    button.setAttribute("aria-label", `${take.copy}: ${label}`);
    head.append(button);
    dialog.insertBefore(head, status);
    dialog.insertBefore(field, status);
  }
  dialog.showModal();
}

/** Shows a text that the browser does not let the page copy, selected, ready to be copied by hand. */
export function showRefused(text: string, {words: {take}}: Page): void {
  const {dialog, status} = openDialog(take.refused, take.close);
  const field = textField(take.refused, text);
  dialog.insertBefore(field, status);
  dialog.showModal();
  select(field);
}

/** A dialog that is gone once it is closed; what it shows stands before its status. */
function openDialog(
  title: string,
  close: string,
): {dialog: HTMLDialogElement; status: HTMLElement} {
  const dialog = document.createElement("dialog");
  dialog.className = "taken";
  dialog.setAttribute("aria-label", title);
  const heading = dialog.appendChild(document.createElement("h2"));
  heading.textContent = title;
  const status = dialog.appendChild(document.createElement("p"));
  status.setAttribute("role", "status");
  dialog.append(buttonOf(close, () => dialog.close()));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  return {dialog, status};
}

function textField(label: string, text: string): HTMLTextAreaElement {
  const field = document.createElement("textarea");
  field.readOnly = true;
  field.value = text;
  field.rows = Math.max(3, Math.min(12, text.split("\n").length));
  field.setAttribute("aria-label", label);
  return field;
}

function select(field: HTMLTextAreaElement): void {
  field.focus();
  field.select();
  field.scrollTop = 0;
}

function buttonOf(label: string, act: () => void | Promise<void>): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", () => void act());
  return button;
}
