import {readFileSync} from "node:fs";
import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join} from "node:path";
import {build} from "esbuild";
import {inject} from "vitest";

/** A server of other people's pages, on another origin than the site. */
export interface Hosts {
  /** e.g. "http://127.0.0.1:4000/" */
  address: string;
  close(): void;
}

/**
 * The strictest policy under which an element works: its own script, and no styles but files of the
 * page. Frames of the notebook may stand beside it.
 */
export const strictPolicy = (site: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${new URL(site).origin}`,
    "style-src 'self'",
    `frame-src ${new URL(site).origin}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");

/**
 * Serves the pages of test/hosts, and those that are given here by their paths.
 *
 * @param made a page's HTML by its path, such as "/gallery"
 */
export async function serveHosts(
  made: (path: string) => string | undefined = () => undefined,
): Promise<Hosts> {
  const site = inject("site").replace(/\/$/, "");
  const server: Server = createServer(async ({url = "/"}, response) => {
    const path = new URL(url, "http://host").pathname;
    try {
      const text = made(url) ?? (await hostFile(path.slice(1), site));
      response.setHeader("content-type", types[extname(path)] ?? "text/html;charset=utf-8");
      if (path !== "/module.html" && !/react|vue/.test(path)) {
        response.setHeader("content-security-policy", strictPolicy(inject("site")));
      }
      response.end(text);
    } catch {
      response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  return {address: `http://127.0.0.1:${port}/`, close: () => void server.close()};
}

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript;charset=utf-8",
  ".css": "text/css;charset=utf-8",
};

/** A file of test/hosts; "react.html" is a page around react.js, with React inside. */
async function hostFile(file: string, site: string): Promise<string> {
  const framework = /^(react|vue)\.(html|js)$/.exec(file);
  if (framework?.[2] === "html") {
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${framework[1]}</title><div id="root"></div><script type="module" src="${framework[1]}.js"></script></html>`;
  }
  const text = readFileSync(join("test", "hosts", file), "utf8").replaceAll("SITE", site);
  if (framework === null) return text;
  const {outputFiles} = await build({
    stdin: {contents: text, resolveDir: process.cwd()},
    bundle: true,
    write: false,
    format: "esm",
    external: ["http://*"],
    define: {
      "process.env.NODE_ENV": '"production"',
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    logLevel: "silent",
  });
  return outputFiles[0]!.text;
}
