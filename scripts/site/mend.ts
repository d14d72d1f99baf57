import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {transform} from "esbuild";
import {standAlone} from "./not-found.js";
import {withPolicy} from "./policy.js";

/**
 * Puts right in every page and module of the built site what Framework writes literally and has
 * no option for. Returns the number of pages.
 */
export async function mendSite(folder: string): Promise<number> {
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
  const pages = files.filter((file) => file.endsWith(".html"));
  for (const page of pages) {
    const path = join(folder, page);
    const html = mendPage(readFileSync(path, "utf8"));
    writeFileSync(path, withPolicy(page === "404.html" ? standAlone(html, folder) : html));
  }
  for (const module of files.filter((file) => /^_import\/.*\.js$/.test(file))) {
    const path = join(folder, module);
    writeFileSync(path, await mendModule(readFileSync(path, "utf8")));
  }
  return pages.length;
}

/** Language, zoom, and nothing that differs from one build to the next. */
export function mendPage(html: string): string {
  let page = html;
  page = replaceOnce(page, "<html>", `<html lang="en">`);
  page = replaceOnce(page, ", maximum-scale=1", "");
  page = page.replace(/<link rel="preload" as="style" [^>]*>\n/g, ""); // the sheet itself is next
  page = page.replaceAll(`rel="external `, `rel="`); // "external" only kept Framework off
  page = page.replaceAll(` rel="external" src=`, ` src=`);
  page = withoutTimes(page);
  return page;
}

async function mendModule(code: string): Promise<string> {
  const {code: minified} = await transform(withoutTimes(code), {
    format: "esm",
    minify: true,
    target: "es2022",
  });
  return minified;
}

/** Framework tells each attached file's time, which is that of the build. */
function withoutTimes(code: string): string {
  return code.replace(/"lastModified":\d+,/g, "");
}

function replaceOnce(text: string, found: string, by: string): string {
  if (text.split(found).length !== 2) {
    throw new Error(
      `Framework's page should contain ${found} once; scripts/site/mend.ts mends it.`,
    );
  }
  return text.replace(found, () => by);
}
