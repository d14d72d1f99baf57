import {readFileSync} from "node:fs";
import {gzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {siteHeaders} from "../../scripts/site/headers.js";

const budget = 40_000; // bytes, gzipped

const text = readFileSync("dist/embed/v1/engine.js", "utf8");

test(`the engine takes at most ${budget} bytes, its worker and both builds of kernels inside`, () => {
  expect(gzipSync(text, {level: 9}).length).toBeLessThanOrEqual(budget);
  expect(text.length).toBeGreaterThan(budget); // all of it is there
});

test("the engine asks nobody for anything else", () => {
  expect(text).not.toMatch(/\bimport\s*["(]|\bfrom\s*["']|importScripts|https?:\/\//);
});

test("static hosts are told the headers that threads need", () => {
  const lines = readFileSync("dist/_headers", "utf8").trimEnd().split("\n");
  expect(lines[0]).toBe("/*");
  const told = Object.fromEntries(lines.slice(1).map((line) => line.trim().split(": ")));
  expect(told).toEqual(siteHeaders);
});
