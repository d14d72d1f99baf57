import {findClassCodes} from "../../lib/device/find-class-codes.js";
import type {ClassDevice} from "../../lib/device/class-code.js";

/**
 * Where a class is kept if its teacher wants that: in the browser, as a text of codes, a line each.
 * It is read as any text is in which somebody may have written something else.
 */
export const key = "inference-arithmetic/class/1";

/** The devices that are kept; undefined where nothing is. */
export function keptClass(): readonly ClassDevice[] | undefined {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : findClassCodes(text).found.map(({device}) => device);
  } catch {
    return undefined; // forbidden by the reader
  }
}

/** Keeps codes. False where the browser forbids it or has no room. */
export function keepClass(codes: readonly string[]): boolean {
  try {
    localStorage.setItem(key, codes.join("\n"));
    return true;
  } catch {
    return false;
  }
}

export function forgetClass(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // What may not be looked at is not there.
  }
}
