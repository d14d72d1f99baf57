import {escapeHtml} from "../build/html.js";
import type {BuildContext} from "../page/context.js";
import {headOf} from "../build/head.js";
import {frameAt, type Frame} from "./frames.js";
import {discoveryLinks} from "./oembed.js";

/**
 * The Markdown of a frame's page: a title that only screen readers hear, what the address has
 * wrong, the chart or equation with its controls, and where it comes from. Without header or footer.
 */
export function framePage(frame: Frame, context: BuildContext): string {
  const {name, chapter, address, tags} = frame;
  const {words} = context;
  const title = frame.title(context);
  const origin = words.embed.origin(words.page.chapters[chapter.id], words.page.home);
  return [
    "---",
    `title: ${JSON.stringify(title)}`,
    `description: ${JSON.stringify(descriptionOf(frame, context))}`,
    "---",
    "",
    `<div class="frame" data-frame="${name}" data-chapter="${chapter.path}">`,
    `<h1 class="visually-hidden">${escapeHtml(title)}</h1>`,
    `<div data-corrections hidden></div>`,
    `<div data-settings hidden></div>`,
    tags,
    `<p class="frame-origin"><a href="${address}" target="_top">${escapeHtml(origin)}</a></p>`,
    `</div>`,
    "",
    "```js",
    `import "../components/page/embed.js";`,
    "```",
    "",
  ].join("\n");
}

/** What stands in the head of the page at this path, if it is a frame's. Its links leave the frame. */
export function frameHead(path: string, context: BuildContext): string | undefined {
  const frame = frameAt(path);
  if (frame === undefined) return undefined;
  return [
    `<base target="_top">`,
    headOf(path, frame.title(context), descriptionOf(frame, context)),
    ...discoveryLinks(path, context, process.env["SITE_URL"]),
    `<script>${dress}</script>`,
  ].join("\n");
}

// Before anything is painted: a frame has no room kept for a scroll bar.
const dress = `document.documentElement.classList.add("framed");`;

/** What a search engine or a link preview shows of it. */
function descriptionOf(frame: Frame, context: BuildContext): string {
  const {words} = context;
  return words.embed.description(
    frame.title(context),
    words.page.chapters[frame.chapter.id],
    words.page.home,
  );
}
