import {describe, expect, test} from "vitest";
import {violations} from "./axe.js";
import {onPage} from "./harness.js";
import {pages} from "./site.js";

describe.for(pages)("axe finds nothing on %s", {concurrent: true}, (path) => {
  for (const script of ["on", "blocked"] as const) {
    test(`in light and in dark, its script ${script}`, () =>
      onPage(path, {script}, async (page) => {
        expect(await violations(page)).toEqual([]);
        await page.emulateMedia({colorScheme: "dark"});
        expect(await violations(page)).toEqual([]);
      }));
  }

  test("on a phone", () =>
    onPage(path, {width: 360, touch: true}, async (page) => {
      expect(await violations(page)).toEqual([]);
    }));
});
