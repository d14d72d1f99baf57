import {escapeHtml} from "../build/html.js";

/** Bounds of what a page lets a frame ask for, in CSS pixels. */
const least = 100;
const most = 4000;

/** The height that a page gives a frame which asks for so much. */
export const heightWithin = (asked: number): number => Math.min(most, Math.max(least, asked));

/** What somebody pastes into a page to show a frame: the frame, and what gives it its height. */
export interface Pasted {
  /** e.g. "https://…/embed/roofline.html?v=1&batch=16". */
  address: string;
  title: string;
  /** CSS pixels, until the frame tells its own. */
  height: number;
}

/**
 * HTML for another site. Its script believes a message only of a frame that stands on the page and
 * was loaded from the notebook's origin, and only a height within bounds. Any number of frames may
 * be pasted into one page.
 */
export function pastedFrame({address, title, height}: Pasted): string {
  const {origin} = new URL(address);
  return `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" loading="lazy" style="width:100%;height:${height}px;border:0"></iframe>
<script>
addEventListener("message", ({data, origin, source}) => {
  const notebook = self.origin === "null" ? "null" : ${JSON.stringify(origin)}; // a sandbox has no origins
  if (origin !== notebook || data?.type !== "inference-arithmetic:height") return;
  if (data.version !== 1 || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow !== source) continue;
    frame.style.height = Math.min(${most}, Math.max(${least}, data.height)) + "px";
  }
});
</script>`;
}
