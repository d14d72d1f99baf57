import {root} from "./scope.js";

/** The headers with which a page of its own window may share memory between threads. */
const ofWindow = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/** With these a frame may stand in a page that is isolated, such as one of our own. */
const ofFrame = {
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/**
 * The one frame that wants threads. Where the page around it has none, this policy isolates the
 * frame alone, in browsers that know it. It also cuts a frame off from pages of our own, so the
 * other frames do without.
 */
const laboratory = `${root}embed/laboratory.html`;
const ofLaboratory = {...ofFrame, "Document-Isolation-Policy": "isolate-and-require-corp"};

/** The same answer with the headers that threads need, if it is a page. */
export function isolated(response: Response, request: Request): Response {
  const added = addedTo(request);
  if (added === undefined || response.status === 0) return response; // 0: a redirection
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(added)) headers.set(name, value);
  const {status, statusText} = response;
  return new Response(response.body, {status, statusText, headers});
}

function addedTo({destination, url}: Request): Readonly<Record<string, string>> | undefined {
  if (destination === "document") return ofWindow;
  if (destination !== "iframe" && destination !== "frame") return undefined;
  return url.startsWith(laboratory) ? ofLaboratory : ofFrame;
}
