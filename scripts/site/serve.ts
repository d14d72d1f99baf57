import {existsSync, readFileSync} from "node:fs";
import {createServer, type Server} from "node:http";
import {join} from "node:path";
import sirv from "sirv";
import {fileHeaders, siteHeaders} from "./headers.js";
import {framingRules, policyOf} from "./policy.js";

export interface Served {
  address: string; // e.g. "http://127.0.0.1:3000/some/where/"
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Path under which the folder appears. */
  base?: string;
  /** Sent with every answer; those of headers.ts unless told. */
  headers?: Readonly<Record<string, string>>;
}

/**
 * Serves a folder on this machine only. Takes the first free port from `firstPort` on, or any when
 * that is 0.
 */
export async function serve(
  folder: string,
  firstPort: number,
  {base = "/", headers = siteHeaders}: ServeOptions = {},
): Promise<Served> {
  const files = sirv(folder, {
    dev: true, // reads files anew, so that a rebuild shows
    setHeaders(response, path) {
      const own = {...fileHeaders[path], ...policyHeader(folder, path)};
      for (const [name, value] of Object.entries(own)) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const notFound = (): void => {
      response.writeHead(404, {"content-type": "text/html;charset=utf-8"});
      response.end(readFileSync(join(folder, "404.html")));
    };
    if (!request.url?.startsWith(base)) return notFound();
    request.url = request.url.slice(base.length - 1);
    files(request, response, notFound);
  });
  const port = await listen(server, firstPort);
  return {
    address: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A page's policy stands in its head; as a header it holds from the first byte, and for frames too. */
function policyHeader(folder: string, path: string): Record<string, string> {
  const file = [path, `${path}.html`, join(path, "index.html")]
    .map((name) => join(folder, name))
    .find((name) => name.endsWith(".html") && existsSync(name));
  if (file === undefined) return {};
  const rules = [...policyOf(readFileSync(file, "utf8")), ...framingRules(path)];
  return rules.length === 0 ? {} : {"Content-Security-Policy": rules.join("; ")};
}

async function listen(server: Server, firstPort: number): Promise<number> {
  const lastPort = firstPort === 0 ? 0 : firstPort + 99;
  for (let port = firstPort; ; port++) {
    try {
      return await listenOn(server, port);
    } catch (error) {
      const taken = ["EADDRINUSE", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? "");
      if (!taken || port >= lastPort) throw error;
    }
  }
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
