import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** The built site's files with one of these endings, e.g. "pages/latency.html", each with its text. */
export function filesOf(...endings: string[]): {name: string; text: string}[] {
  return readdirSync("dist", {recursive: true, encoding: "utf8"})
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .sort()
    .map((name) => ({name, text: readFileSync(join("dist", name), "utf8")}));
}
