import {readFileSync} from "node:fs";
import {createServer, type Server} from "node:http";
import {join} from "node:path";
import sirv from "sirv";
import {fileHeaders, siteHeaders} from "./headers.js";

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
      for (const [name, value] of Object.entries(fileHeaders[path] ?? {}))
        response.setHeader(name, value);
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
