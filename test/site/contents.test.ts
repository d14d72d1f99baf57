import {JSDOM} from "jsdom";
import {describe, expect, test} from "vitest";
import {charts} from "../../src/components/figure/charts/index.js";
import {derivations} from "../../src/lib/formula/derivations.js";
import {formulas} from "../../src/lib/formula/formulas.js";
import {filesOf} from "./files.js";

// The list of all figures and formulas, held against the components and against the pages.

const pages = new Map(
  filesOf(".html").map(({name, text}) => [name, new JSDOM(text).window.document]),
);
const contents = pages.get("pages/figures.html")!;
// The class’s own picture is no figure of the notebook, since what it shows is brought by its reader;
// the worksheet’s stand in their chapters.
const teaching = [...pages].filter(
  ([name]) => !/figures|laws|404|pages\/(class|worksheet)|^embed\//.test(name),
);

/** Addresses that the list links to, e.g. "pages/latency.html#figure-roofline". */
const listed = new Set(
  [...contents.querySelectorAll(".contents a")].map((link) => {
    const {pathname, hash} = new URL(link.getAttribute("href")!, "http://site/pages/figures.html");
    return (pathname === "/" ? "index.html" : pathname.slice(1)) + hash;
  }),
);

/** Where the pages hold elements of a kind, e.g. [{name: "roofline", address: "index.html#…"}]. */
const placed = (kind: "figure" | "equation" | "derivation") =>
  teaching.flatMap(([page, document]) =>
    [...document.querySelectorAll(`[data-${kind}]:not([data-plain])`)].map((element) => ({
      name: element.getAttribute(`data-${kind}`)!,
      address: `${page}#${(kind === "figure" ? element : element.firstElementChild!).id}`,
    })),
  );

describe.for(["figure", "equation", "derivation"] as const)("every %s", (kind) => {
  test("that stands on a page is listed", () => {
    const places = placed(kind);
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter(({address}) => !listed.has(address))).toEqual([]);
  });
});

test.for([
  {kind: "figure", known: charts.map(({name}) => name)},
  {kind: "derivation", known: Object.keys(derivations)},
] as const)("every $kind that there is stands in a chapter", ({kind, known}) => {
  const names = new Set(placed(kind).map(({name}) => name));
  expect(known.filter((name) => !names.has(name))).toEqual([]);
});

test("every formula that there is is listed, and stands beside its source", () => {
  for (const page of ["pages/figures.html", "pages/laws.html"]) {
    const shown = [...pages.get(page)!.querySelectorAll("[data-equation]")].map((element) =>
      element.getAttribute("data-equation"),
    );
    expect(shown.sort(), page).toEqual(Object.keys(formulas).sort());
  }
});

test("no two elements of a page have the same id", () => {
  for (const [page, document] of pages) {
    const ids = [...document.querySelectorAll("[id]")].map(({id}) => id);
    expect(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      page,
    ).toEqual([]);
  }
});
