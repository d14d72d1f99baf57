/**
 * Where a report of the reader's device is kept: in his browser, under one key that names the form
 * of what is kept there. Every page looks here, so this module knows no more than that; what
 * reads a report is fetched where there is one (kept.ts).
 */
export const key = "inference-arithmetic/device/1";

/** What is kept, as text; undefined where nothing is, or where the browser keeps nothing at all. */
export function keptText(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined; // forbidden by the reader, or by the page around a frame
  }
}

/** Keeps a text. False where the browser forbids it or has no room: then nothing has changed. */
export function keepText(text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function forgetText(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // What may not be looked at is not there.
  }
}

const changedEvent = "device-report"; // on the window

/** Tells all of this page that another report is known, or none. */
export function tellPage(): void {
  dispatchEvent(new Event(changedEvent));
}

/** Calls `changed` when a report is shown, kept or forgotten, on this page or in another tab. */
export function watchKept(changed: () => void): void {
  addEventListener(changedEvent, changed);
  addEventListener("storage", (event) => {
    if (event.key === key || event.key === null) changed(); // null: all was cleared
  });
}
