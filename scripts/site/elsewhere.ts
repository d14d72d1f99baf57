import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {hasPicture, picturesOf} from "../../src/components/build/pictures.js";
import {frames} from "../../src/components/embed/frames.js";
import {oembedOf} from "../../src/components/embed/oembed.js";
import {
  exampleRoot,
  galleryFigure,
  hostNames,
  hostPage,
  markdownAsHtml,
  snippets,
  type HostName,
} from "../../src/components/gallery/hosts.js";
import {escapeHtml} from "../../src/components/build/html.js";
import {pictureFiles} from "../../src/components/share/ways.js";
import {context} from "./context.js";
import {withPolicy} from "./policy.js";

/**
 * Writes what other pages link to beside the frames: their pictures, what a service reads that
 * shows them, and the gallery's examples of other pages.
 *
 * @param root whole address of the site, where the build is told it (SITE_URL)
 */
export function writeElsewhere(folder: string, root: string | undefined): void {
  const embed = join(folder, "embed");
  for (const frame of frames.filter(hasPicture)) {
    const files = pictureFiles(frame.name);
    const pictures = picturesOf(frame, context, root ?? "/");
    writeFileSync(join(embed, files.light), pictures.light);
    writeFileSync(join(embed, files.dark), pictures.dark);
  }
  if (root !== undefined) {
    for (const frame of frames) {
      const text = JSON.stringify(oembedOf(frame, context, root), null, 2);
      writeFileSync(join(embed, `${frame.name}.json`), `${text}\n`);
    }
  }
  mkdirSync(join(embed, "hosts"), {recursive: true});
  for (const name of hostNames) {
    writeFileSync(join(embed, "hosts", `${name}.html`), withPolicy(hostOf(name)));
  }
}

/** The example's addresses lead from its page to the site, wherever that is. */
function hostOf(name: HostName): string {
  const snippet = snippets[name](galleryFigure(context, exampleRoot));
  const page = hostPage(name, htmlOf[name]?.(snippet) ?? snippet, context);
  return page.replaceAll(exampleRoot, "../../");
}

/** What a page makes of what is no HTML. */
const htmlOf: Readonly<Partial<Record<HostName, (snippet: string) => string>>> = {
  link: (snippet) =>
    `<p><a href="${escapeHtml(snippet)}">${escapeHtml(galleryFigure(context, exampleRoot).title)}</a></p>`,
  markdown: markdownAsHtml,
};
