import type {Page} from "../page/context.js";
import type {Subject} from "./entries.js";

/** Why there is no text to copy, in a sentence for the reader. */
export class NothingToCopy extends Error {}

/**
 * Copies a text and tells so. Where the browser refuses, the text is shown.
 *
 * @param text or one that is still being written
 */
export async function copy(
  text: string | Promise<string>,
  copied: string,
  subject: Pick<Subject, "tell">,
  page: Page,
): Promise<void> {
  try {
    await write(text);
    subject.tell(copied);
  } catch {
    try {
      const written = await text;
      const {showRefused} = await import("./dialog.js");
      showRefused(written, page);
    } catch (error) {
      if (!(error instanceof NothingToCopy)) throw error;
      subject.tell(error.message);
    }
  }
}

/** Safari lets a page copy only while it answers the click: a text that is not there yet is promised. */
function write(text: string | Promise<string>): Promise<void> {
  const {clipboard} = navigator;
  if (typeof text === "string") return clipboard.writeText(text);
  const type = "text/plain";
  const blob = text.then((written) => new Blob([written], {type}));
  blob.catch(() => {}); // copy() hears of it from the text itself
  return clipboard.write([new ClipboardItem({[type]: blob})]);
}
