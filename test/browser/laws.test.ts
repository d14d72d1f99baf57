import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {formulas} from "../../src/lib/formula/formulas.js";
import {onPage} from "./harness.js";

test("the laws stand on their page as they stand in their files", () =>
  onPage("pages/laws.html", {script: "off"}, async (page) => {
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll(".law")].map((law) => ({
        name: law.id,
        code: law.querySelector("pre")?.textContent ?? "",
        file: law.querySelector(".law-file")?.textContent ?? "",
      })),
    );
    const names = shown.map(({name}) => name);
    expect(names).toEqual(Object.values(formulas).map(({law}) => law.name));
    for (const {name, code, file} of shown) {
      expect(code).toContain(`function ${name}(`);
      expect(readFileSync(file, "utf8")).toContain(code);
    }
  }));
