import {ask, dismissIdle, installed, registered} from "../keep/service-worker.js";

/**
 * Threads need memory that workers share, and browsers allow that only to pages that are isolated
 * from other sites. Headers ask for it. A server that cannot send them is helped by the service
 * worker, which adds them to what it passes on: from the next load of the page. It is loaded again
 * only by a press, so that a browser which isolates no page all the same is not asked in a loop.
 */
export function mayIsolate(): boolean {
  return "serviceWorker" in navigator && isSecureContext;
}

/** Whether the reader has asked for threads here, so that he can undo it. */
export async function isAsked(): Promise<boolean> {
  const worker = (await registered(root()))?.active;
  return worker ? (await ask(worker, {type: "status"})).isolates : false;
}

/** Lets the service worker isolate the site's pages, and loads this one again. Only when asked. */
export async function reloadIsolated(): Promise<void> {
  await ask(await installed(root()), {type: "isolate", on: true});
  location.reload();
}

/** Lets pages come as the server sends them again. */
export async function reloadPlain(): Promise<void> {
  const worker = (await registered(root()))?.active;
  if (worker) await dismissIdle(root(), await ask(worker, {type: "isolate", on: false}));
  location.reload();
}

/** The site's root, seen from a chapter or a frame: both lie in a folder of its own. */
const root = (): URL => new URL("../", document.baseURI);
