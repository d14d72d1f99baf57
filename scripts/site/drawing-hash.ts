import {createHash} from "node:crypto";

/** One hash of what the figure on a built page shows, whatever the ids in it are called. */
export function drawingHash(html: string): string {
  const [figure] = /<figcaption>[^]*?<\/svg>/.exec(html) ?? [];
  if (figure === undefined)
    throw new Error("The page should hold a figure that the build has drawn.");
  const nameless = figure.replace(/(id="|url\(#)[^")]*/g, "$1");
  return createHash("sha256").update(nameless).digest("hex").slice(0, 16);
}
