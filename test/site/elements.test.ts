import {readFileSync} from "node:fs";
import {pathToFileURL} from "node:url";
import {gzipSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import {elementFrames} from "../../src/components/embed/elements.js";
import {elementTag} from "../../src/components/share/ways.js";

const budget = 45_000; // bytes, gzipped

describe.for(elementFrames)("The element of $name", ({name}) => {
  const text = readFileSync(`dist/embed/v1/${name}.js`, "utf8");

  test(`takes at most ${budget} bytes, with all that it shows`, () => {
    expect(gzipSync(text).length).toBeLessThanOrEqual(budget);
    expect(text).toContain(`"${elementTag(name)}"`);
    expect(text.length).toBeGreaterThan(budget);
  });

  test("asks nobody for anything: no other script, no style, no font, no address", () => {
    expect(text).not.toMatch(/\bimport(?:\s*["'({*]|\s+\w)|@import|@font-face|\bfetch\(/);
    expect(text.replaceAll("http://www.w3.org/", "")).not.toMatch(/https?:\/\//);
    expect(text).not.toMatch(/url\((?!#|["']#|\$)/);
  });

  test("can be imported where there is no page, as by a server that renders React", async () => {
    const address = pathToFileURL(`dist/embed/v1/${name}.js`).href;
    const module = (await import(/* @vite-ignore */ address)) as Record<string, unknown>;
    expect(Object.keys(module)).toEqual(["mount"]);
  });
});
