/**
 * What a frame tells the page around it, and all that it tells: the names and fields are a promise
 * to other people's pages. A frame listens to no message.
 */
export type FrameMessage =
  | {type: "inference-arithmetic:ready"}
  /** So many CSS pixels does the whole frame need, at its present width. */
  | {type: "inference-arithmetic:height"; height: number}
  /** Why it shows nothing live, as a sentence. */
  | {type: "inference-arithmetic:error"; message: string};

export const messageVersion = 1;

/**
 * Sends a message to the page around the frame, whoever that is: it holds nothing that another
 * page must not know.
 */
export function tellParent(chart: string, message: FrameMessage): void {
  if (window.parent === window) return;
  window.parent.postMessage({...message, version: messageVersion, chart}, "*");
}

/** Tells the height of the page now, and whenever it changes. */
export function tellHeight(chart: string): void {
  const page = document.documentElement;
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(page.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    tellParent(chart, {type: "inference-arithmetic:height", height});
  }).observe(page);
}
