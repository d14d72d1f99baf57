import {framingRules} from "./policy.js";

/**
 * What a server should send with every file of the site. With the first two a page may share memory
 * between threads, so that the model runs on all cores; the other two let pages of other sites
 * import /embed/ and fetch the demo model. Without them everything works, on one core.
 */
export const siteHeaders: Readonly<Record<string, string>> = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
};

/** What is sent besides with single files: a service worker is asked for anew, so that news is news. */
export const fileHeaders: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "/sw.js": {"Cache-Control": "no-cache"},
};

/**
 * The same as a file that static hosts read, such as Netlify and Cloudflare Pages. Of each page's
 * policy it holds what cannot stand in the page itself.
 */
export function headersFile(): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>): string =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ""].join("\n");
  const files = Object.entries(fileHeaders).map(([path, headers]) => rule(path, headers));
  const framing = ["/", "/index.html", "/pages/*"].map((path) =>
    rule(path, {"Content-Security-Policy": framingRules(path).join("; ")}),
  );
  return [rule("/*", siteHeaders), ...files, ...framing].join("");
}
