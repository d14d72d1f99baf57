import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {dirname, extname, join} from "node:path";
import {unzipSync} from "fflate";
import {afterAll, beforeAll, expect, test} from "vitest";
import {zipSite} from "../../scripts/site/zip.js";
import {onPage} from "./harness.js";

// The archive, unpacked and served by the plainest of servers under a folder of its own.

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".woff2": "font/woff2",
};

let archive: Uint8Array;
let folder: string;
const server = createServer(({url}, response) => {
  const path = join(folder, new URL(url!, "http://host").pathname.replace(/^\/a%20folder\//, ""));
  response.setHeader("content-type", types[extname(path)] ?? "application/octet-stream");
  response.end(readFileSync(path));
});

beforeAll(async () => {
  archive = zipSite("dist");
  folder = mkdtempSync(join(tmpdir(), "archive-"));
  for (const [name, bytes] of Object.entries(unzipSync(archive))) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), bytes);
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, {recursive: true});
});

test("The archive opens from any server of folders, and says how", async () => {
  const {port} = server.address() as AddressInfo;
  const root = `http://127.0.0.1:${port}/a%20folder/inference-arithmetic/`;
  const site = join(folder, "inference-arithmetic");
  expect(readFileSync(join(site, "README.txt"), "utf8")).toMatch(/http\.server/);
  for (const path of ["index.html", "pages/latency.html?v=1&batch=16", "pages/your-machine.html"]) {
    await onPage(root + path, {beyond: root}, async (page) => {
      expect(await page.locator("figure svg").count()).toBeGreaterThan(0);
      expect(await page.evaluate(() => document.documentElement.dataset["live"])).toBe("true");
    });
  }
});

test("The archive of one site is always the same, byte for byte", () => {
  expect(Buffer.compare(zipSite("dist"), archive)).toBe(0);
});
