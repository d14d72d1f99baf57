/**
 * Whether threads may share memory here. A page has to be isolated from other sites, and that is not
 * enough: some builds of WebKit isolate a page and have no memory to share.
 */
export function sharesMemory(): boolean {
  return globalThis.crossOriginIsolated === true && typeof SharedArrayBuffer !== "undefined";
}
