import {describe, expect, test} from "vitest";
import {JSDOM} from "jsdom";
import {filesOf} from "./files.js";

/** Each page is read once: their documents are large, and every title is compared with all others. */
const pages = filesOf(".html")
  .filter(({name}) => !name.startsWith("embed/hosts/")) // other people's, so to say
  .map(({name, text}) => ({name, document: new JSDOM(text).window.document}));

describe.for(pages)("$name", ({name, document}) => {
  test("says its language, and lets people zoom", () => {
    expect(document.documentElement.lang).toBe("en");
    const viewport = document.querySelector("meta[name=viewport]")!.getAttribute("content");
    expect(viewport).toContain("width=device-width");
    expect(viewport).not.toMatch(/maximum-scale|user-scalable/);
  });

  test("has a title and a description of its own", () => {
    const own = document.title.trim();
    const others = pages.filter((page) => page.name !== name);
    expect(own).not.toBe("");
    expect(others.map((page) => page.document.title.trim())).not.toContain(own);
    const description = document.querySelector("meta[name=description]")?.getAttribute("content");
    expect(description?.length).toBeGreaterThan(40);
  });

  test("asks nothing of another host and stands under any path", () => {
    const asked = [
      ...[...document.querySelectorAll("link")].map((link) => link.getAttribute("href")),
      ...[...document.querySelectorAll("script, img, source, iframe")].map((element) =>
        element.getAttribute("src"),
      ),
    ].filter((address) => address !== null);
    expect(asked.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([]);
    expect(asked.filter((address) => address.startsWith("/"))).toEqual([]);
  });
});

test("modules and style sheets name no other host that they would ask", () => {
  const asking = /(?:import\s*\(?\s*|from\s*|fetch\(\s*|url\(\s*)["'`]?(?:https?:)?\/\/[^"'`)]+/g;
  const found = filesOf(".js", ".css").flatMap(({name, text}) =>
    (text.match(asking) ?? []).map((place) => `${name}: ${place}`),
  );
  expect(found).toEqual([]);
});

test("the page that answers under any address names no file by where it lies", () => {
  const {document} = pages.find(({name}) => name === "404.html")!;
  const scripts = [...document.querySelectorAll("script")];
  expect(scripts.filter((script) => script.src !== "")).toEqual([]);
  expect(scripts.map(({textContent}) => textContent).join("\n")).not.toMatch(/\bimport\b/);
  const linked = [...document.querySelectorAll("link")].map((link) => link.getAttribute("href")!);
  expect(linked.filter((address) => !address.startsWith("data:"))).toEqual([]);
});
