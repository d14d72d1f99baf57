import {readFileSync} from "node:fs";
import {mathCharacters} from "../../fonts/characters.js";
import {key} from "../device/storage.js";
import {dressAsAsked} from "../settings/early.js";
import {escapeHtml} from "./html.js";
import {iconDrawing} from "./icon.js";
import {socialTags} from "./social.js";

const mathFonts = Object.keys(mathCharacters).map((name) => `/katex/fonts/${name}.woff2`);

/** Files with stable names that pages link to in their head, for Framework's dynamicPaths. */
export const headPaths: readonly string[] = ["/fonts/fonts.css", "/katex/katex.css", ...mathFonts];

/**
 * What stands in the head of the page at `path`, e.g. "/pages/latency": its description, the mark
 * that scripts will run, and the fonts. The links are marked external so that Framework leaves
 * them as they are; the build removes the mark.
 */
export function headOf(
  path: string,
  title: string | null,
  description = descriptionOf(path),
): string {
  const up = "../".repeat(path.split("/").length - 2) || "./";
  return [
    `<meta name="description" content="${escapeHtml(description)}">`,
    ...socialTags({
      path,
      title: title ?? "",
      description,
      root: process.env["SITE_URL"] ?? up,
    }),
    `<link rel="icon" href="${icon}">`,
    `<link rel="external stylesheet" href="${up}fonts/fonts.css">`,
    `<link rel="external stylesheet" href="${up}katex/katex.css">`,
    `<script>${dress}</script>`,
    `<script>${dressAsAsked}</script>`,
  ].join("\n");
}

// Marks the page as one whose scripts run, and shows it once the text fonts, which have arrived with
// their sheet, are unpacked: a few milliseconds, in which the browser might else draw a stand-in.
// Where a report of the reader's device is kept, room is kept free for its button (own-device.css).
const dress = `{
const page = document.documentElement;
page.classList.add("js");
try { if (localStorage.getItem("${key}") !== null) page.classList.add("measured"); } catch {}
page.style.visibility = "hidden";
const text = [...document.fonts].filter(({family}) => !family.startsWith("KaTeX"));
Promise.allSettled(text.map((font) => font.load())).then(() => page.style.removeProperty("visibility"));
}`.replaceAll("\n", "");

const icon = `data:image/svg+xml,${encodeURI(iconDrawing)}`;

/** The description in the page's front matter, which Framework does not pass on. */
export function descriptionOf(path: string): string {
  const file = `src${path}.md`;
  const [, description] =
    /^---\n(?:.*\n)*?description: (.+)\n/.exec(readFileSync(file, "utf8")) ?? [];
  if (description === undefined)
    throw new Error(`${file} needs a description in its front matter.`);
  return description.startsWith('"') ? (JSON.parse(description) as string) : description;
}
