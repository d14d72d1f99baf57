import {readFileSync} from "node:fs";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import {createRequire} from "node:module";
import type {AddressInfo} from "node:net";
import {serve, type Served} from "../../scripts/site/serve.js";
import {bundle} from "../../scripts/site/bundle.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"));
const charset = `<meta charset="utf-8">`;

/**
 * The built site as it is served, with its headers, each page of which watches itself: watch.ts
 * stands before its own scripts. The policy lets it, as a file of the site.
 */
export async function serveWatched(headers?: Readonly<Record<string, string>>): Promise<Served> {
  const site = await serve("dist", 0, {base: "/some/where/", ...(headers && {headers})});
  const watch = await bundle("test/engines/watch.ts", "iife", {});
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url === "/watch.js") return script(response, watch);
    if (request.url === "/axe.js") return script(response, axe);
    await passOn(site.address, request, response);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/some/where/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await site.close();
    },
  };
}

function script(response: ServerResponse, text: string | Buffer): void {
  response.setHeader("content-type", "text/javascript");
  response.setHeader("cross-origin-resource-policy", "cross-origin");
  response.end(text);
}

/** Answers as the site does, with one script more in each page. */
async function passOn(
  site: string,
  {url, headers: {range}}: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await fetch(new URL(url ?? "/", site), {
    headers: range === undefined ? {} : {range},
    redirect: "manual",
  });
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) {
    if (!/^(content-(encoding|length)|connection|transfer-encoding)$/.test(name)) {
      response.setHeader(name, value);
    }
  }
  const isPage = answer.headers.get("content-type")?.startsWith("text/html") ?? false;
  if (!isPage) return void response.end(Buffer.from(await answer.arrayBuffer()));
  const html = await answer.text();
  response.end(html.replace(charset, `${charset}<script src="/watch.js"></script>`));
}
