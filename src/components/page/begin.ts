import {FileAttachment} from "observablehq:stdlib";
import type {Catalog} from "../../lib/catalog/catalog.js";
import {en, type Messages} from "../messages/en/index.js";
import {scenarioAt} from "./chapters.js";
import {start, type Attachments} from "./start.js";

/** Fetches the catalog and brings the page at this path to life, e.g. "/pages/latency". */
export async function begin(path: string, attachments: Attachments): Promise<void> {
  const [catalog, words] = await Promise.all([
    FileAttachment("../../data/catalog.json").json<Catalog>(),
    wordsFor(new URLSearchParams(location.search).get("lang")),
  ]);
  start(catalog, words, attachments, scenarioAt(path));
}

/** English, or the pseudo-language in which a word that is no message stands out. */
async function wordsFor(language: string | null): Promise<Messages> {
  if (language !== "en-XA") return en;
  return (await import("../messages/pseudo.js")).pseudo;
}
