// What stands in every page of the notebook as keep.js: the offer to keep it, and the news of a
// newer version. The build bundles it, because only when all else is written it is known how many
// bytes are to be kept.

import {inLanguage} from "../messages/in-language.js";
import {keep} from "../messages/en/keep.js";
import {createNumbers} from "../numbers.js";
import {followTaken, tellOfNewer} from "./newer.js";
import {offerToKeep} from "./offer.js";
import {ask, registered} from "./service-worker.js";

/** Put in by the build. */
declare const notebookBytes: number;

const root = new URL("./", import.meta.url);
const footer = document.querySelector("#observablehq-footer > div");
if (footer !== null) await begin(footer);

async function begin(place: Element): Promise<void> {
  followTaken();
  const words = await inLanguage(keep);
  const tell = async (): Promise<void> => {
    const registration = await registered(root);
    if (registration !== undefined) tellOfNewer(registration, words);
  };
  const {show} = offerToKeep(place, {
    root,
    bytes: notebookBytes,
    words,
    numbers: createNumbers("en"),
    onKept: () => void tell(),
  });
  const worker = (await registered(root))?.active;
  if (!worker) return;
  const status = await ask(worker, {type: "status"});
  show(status);
  if (status.keeps) await tell();
}
