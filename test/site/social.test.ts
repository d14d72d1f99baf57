import {readFileSync} from "node:fs";
import {JSDOM} from "jsdom";
import {describe, expect, test} from "vitest";
import {drawingHash} from "../../scripts/site/drawing-hash.js";
import {cards, cardSize} from "../../src/components/build/cards.js";
import {chapters} from "../../src/components/page/chapters.js";

const written = chapters.filter(({path}) => path !== undefined);
const madeFrom = JSON.parse(readFileSync("src/cards/made-from.json", "utf8")) as Record<
  string,
  string
>;

test.for(written)("$id has a picture of its own for links", ({id}) => {
  expect(cards.map((card) => card.id)).toContain(id);
});

describe.for(cards)("the link to $id", ({id, path, frame, file}) => {
  const {document} = new JSDOM(readFileSync(`dist${path}.html`, "utf8")).window;
  const told = (property: string): string =>
    document.querySelector(`meta[property="${property}"]`)?.getAttribute("content") ?? "";

  test("tells its title, its description and a picture that the site has", () => {
    expect(told("og:title")).toBe(document.title.replace(/ \| Inference Arithmetic$/, ""));
    expect(told("og:description").length).toBeGreaterThan(40);
    expect(told("og:description")).not.toMatch(/^"/);
    const image = new URL(told("og:image"), `http://site${path}.html`);
    expect(image.pathname).toBe(file);
    const picture = readFileSync(`dist${file}`);
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    expect({width: picture.readUInt32BE(16), height: picture.readUInt32BE(20)}).toEqual(cardSize);
    expect(picture.length).toBeLessThan(150_000);
  });

  test("shows the chart as it is now; else: npm run cards", () => {
    expect(madeFrom[id]).toBe(drawingHash(readFileSync(`dist/embed/${frame}.html`, "utf8")));
  });
});
