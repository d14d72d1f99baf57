import {JSDOM} from "jsdom";
import {describe, expect, test} from "vitest";
import {mathCharacters, textCharacters} from "../../src/fonts/characters.js";
import {filesOf} from "./files.js";

const known = new Set([...textCharacters, ...Object.values(mathCharacters).join("")]);

describe.for(filesOf(".html"))("$name", ({text}) => {
  test("uses no character that the fonts were cut without", () => {
    const {body} = new JSDOM(text).window.document;
    for (const unseen of body.querySelectorAll("script, style, math, pre, code")) unseen.remove();
    const missing = new Set(
      [...body.textContent].filter((one) => !/[\s\u200b]/.test(one) && !known.has(one)),
    );
    expect([...missing]).toEqual([]);
  });
});
