import {escapeBraces, escapeHtml} from "../build/html.js";
import {hasPicture} from "../build/pictures.js";
import {frames} from "../embed/frames.js";
import type {BuildContext, Render} from "../page/context.js";
import {exampleRoot, galleryFigure, hostNames, snippets, type HostName} from "./hosts.js";

/**
 * A way to show a figure elsewhere, on a page that is truly elsewhere, with what was pasted there:
 * `<div data-gallery="frame"></div>`; and all frames: `<div data-gallery="all"></div>`.
 */
export const renderGallery: Render = (attributes, _view, context) => {
  const asked = attributes["gallery"];
  if (asked === "all") return allFrames(context);
  const name = hostNames.find((one) => one === asked);
  if (name !== undefined) return example(name, context);
  throw new Error(
    `data-gallery is "${asked}"; it should be one of ${[...hostNames, "all"].join(", ")}`,
  );
};

/** A sandbox without an origin is no part of this site, whatever its address says. */
function example(name: HostName, context: BuildContext): string {
  const {gallery} = context.words;
  const shared = galleryFigure(context, process.env["SITE_URL"] ?? exampleRoot);
  const title = gallery.host.title(gallery.ways[name]);
  return [
    `<iframe class="host" sandbox="allow-scripts" loading="lazy" src="../embed/hosts/${name}.html" title="${escapeHtml(title)}"></iframe>`,
    `<pre class="pasted" tabindex="0" aria-label="${escapeHtml(gallery.pasted(gallery.ways[name]))}"><code translate="no">${escapeBraces(escapeHtml(snippets[name](shared)))}</code></pre>`,
  ].join("");
}

/** Every frame with its page and its pictures. */
function allFrames(context: BuildContext): string {
  const {gallery, page} = context.words;
  const head = [gallery.frame, gallery.name, gallery.chapter, gallery.pictures]
    .map((column) => `<th scope="col">${escapeHtml(column)}</th>`)
    .join("");
  const rows = frames.map((frame) => {
    const {name, chapter} = frame;
    const file = (suffix: string, label: string): string =>
      `<a rel="external" href="../embed/${name}${suffix}.svg">${escapeHtml(label)}</a>`;
    const pictures = hasPicture(frame)
      ? `${file("", gallery.light)} · ${file("-dark", gallery.dark)}`
      : "";
    return [
      `<tr><td><a href="/embed/${name}">${escapeHtml(frame.title(context))}</a></td>`,
      `<td><code translate="no">${name}</code></td>`,
      `<td>${escapeHtml(page.chapters[chapter.id])}</td>`,
      `<td>${pictures}</td></tr>`,
    ].join("");
  });
  const label = escapeHtml(gallery.all);
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="${label}"><table class="all-frames"><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}
