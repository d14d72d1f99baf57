import {readFileSync} from "node:fs";
import {gzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {fileHeaders, siteHeaders} from "../../scripts/site/headers.js";

const budget = 40_000; // bytes, gzipped

const text = readFileSync("dist/embed/v1/engine.js", "utf8");

test(`the engine takes at most ${budget} bytes, its worker and both builds of kernels inside`, () => {
  expect(gzipSync(text, {level: 9}).length).toBeLessThanOrEqual(budget);
  expect(text.length).toBeGreaterThan(budget); // all of it is there
});

test("the engine asks nobody for anything else", () => {
  expect(text).not.toMatch(/\bimport\s*["(]|\bfrom\s*["']|importScripts|https?:\/\//);
});

test("static hosts are told the headers that threads need, to ask anew for the service worker, and who may frame a page", () => {
  const text = readFileSync("dist/_headers", "utf8");
  const rules = text.split(/^(?=\/)/m).map((rule) => {
    const [path, ...lines] = rule.trim().split("\n");
    return [path, Object.fromEntries(lines.map((line) => line.trim().split(": ")))] as const;
  });
  expect(Object.fromEntries(rules)).toEqual({
    "/*": siteHeaders,
    ...fileHeaders,
    ...Object.fromEntries(
      ["/", "/index.html", "/pages/*"].map((path) => [
        path,
        {"Content-Security-Policy": "frame-ancestors 'self'"},
      ]),
    ),
  });
});
