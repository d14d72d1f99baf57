import {classDeviceOf, type ClassDevice} from "../../lib/device/class-code.js";

/** What a file holds: the device of an exported report, else a text that may hold codes. */
export interface FileText {
  text: string;
  devices?: readonly ClassDevice[];
  /** Why it is a report that cannot be read: a sentence. */
  reason?: string;
}

/** Reads a file of a student's. Reports are read by what reads them, which is fetched then. */
export async function textOf(file: Blob): Promise<FileText> {
  const text = decoded(await file.arrayBuffer());
  if (!/^\s*\{/.test(text)) return {text};
  const {parseReport, ReportError} = await import("../../lib/device/parse-report.js");
  try {
    return {text, devices: [classDeviceOf(parseReport(text))]};
  } catch (error) {
    if (error instanceof ReportError) return {text, reason: error.message};
    throw error;
  }
}

/** Some editors write two bytes a letter, and say so in the first two. */
function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  const encoding =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
