import type {Page} from "../page/context.js";
import {showRefused} from "./dialog.js";
import type {Subject} from "./entries.js";

/** Copies a text and tells so. Where the browser refuses, the text is shown. */
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
    showRefused(text, page);
  }
}
