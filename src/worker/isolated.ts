/**
 * The headers with which a page may share memory between threads. A page of its own window takes
 * the first two. A frame in another site's page would need them of that page too; instead
 * `Document-Isolation-Policy` isolates the frame alone, in browsers that know it.
 */
const ofWindow = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};
const ofFrame = {
  "Document-Isolation-Policy": "isolate-and-require-corp",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/** The same answer with the headers that threads need, if it is a page. */
export function isolated(response: Response, {destination}: Request): Response {
  const added = addedTo(destination);
  if (added === undefined || response.status === 0) return response; // 0: a redirection
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(added)) headers.set(name, value);
  const {status, statusText} = response;
  return new Response(response.body, {status, statusText, headers});
}

function addedTo(destination: RequestDestination): Readonly<Record<string, string>> | undefined {
  if (destination === "document") return ofWindow;
  if (destination === "iframe" || destination === "frame") return ofFrame;
  return undefined;
}
