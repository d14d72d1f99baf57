import {readdirSync} from "node:fs";

const documents: readonly string[] = readdirSync("dist", {recursive: true, encoding: "utf8"})
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".html"))
  .filter((file) => !file.startsWith("embed/hosts/")) // other people's, so to say: share.test.ts
  .sort();

/** What other sites may show in a frame, e.g. "embed/roofline.html": embed.test.ts is about them. */
export const frames: readonly string[] = documents.filter((path) => path.startsWith("embed/"));

/** All pages of the built site, e.g. "index.html" and "pages/latency.html", without the frames. */
export const pages: readonly string[] = documents.filter((path) => !frames.includes(path));

/** The pages that teach: the cover and the chapters. They hold formulas, figures and controls. */
export const chapters: readonly string[] = pages.filter(
  (page) =>
    ![
      "404",
      "pages/class",
      "pages/figures",
      "pages/gallery",
      "pages/laws",
      "pages/sources",
      "pages/teach",
      "pages/worksheet",
    ].includes(page.replace(/\.html$/, "")),
);

/** At most this many bytes of gzipped JavaScript until the first drag is answered. */
export function scriptBudget(page: string): number {
  return page === "index.html" ? 90_000 : 180_000;
}
