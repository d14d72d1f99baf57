import {readFileSync} from "node:fs";
import {expect, test} from "vitest";

test("a frame that is asked to be dark has the colours that a dark screen has", () => {
  const css = readFileSync("src/style/tokens.css", "utf8");
  const blocks = [...css.matchAll(/:root:where\(([^{]*)\) \{([^}]*)\}/g)];
  expect(blocks.map(([, when]) => when)).toEqual([
    ':not([data-theme="light"])',
    '[data-theme="dark"]',
  ]);
  const [system, asked] = blocks.map(([, , body]) => body!.match(/--[\w-]+: [^;]+/g));
  expect(asked).toEqual(system);
  expect(asked!.length).toBeGreaterThan(10);
});
