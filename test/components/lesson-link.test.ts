import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {lessonLink, type Wanted} from "../../src/components/lesson-link/link.js";

const page = "https://notebook.example/a/pages/latency.html";
const link = (wanted: Partial<Wanted>) =>
  lessonLink({page, setAddress: "", locked: [], hidden: [], closesAnswers: false, ...wanted});

describe("A teacher’s link", () => {
  test("is the page alone where nothing is wanted", () => {
    expect(link({})).toEqual({address: page});
  });

  test("has the state that was set, and the settings that are chosen", () => {
    const setAddress = `${page}?v=1&batch=16&lock=all&present=3#figure-roofline`;
    expect(
      link({setAddress, locked: ["batch", "machine"], hidden: ["format"], closesAnswers: true}),
    ).toEqual({
      address: `${page}?v=1&batch=16&lock=batch,machine&hide=format&reveal=off#figure-roofline`,
    });
  });

  test("is of the same page, however its server writes it", () => {
    expect(link({setAddress: page.replace(".html", "")})).toEqual({address: page});
    const cover = {page: "https://notebook.example/a/"};
    expect(link({...cover, setAddress: "https://notebook.example/a/index.html?v=1"})).toEqual({
      address: "https://notebook.example/a/?v=1",
    });
  });

  test.for([
    ["latency", "noAddress"],
    ["javascript:alert(1)", "elsewhere"],
    ["https://evil.example/a/pages/latency.html", "elsewhere"],
    ["https://notebook.example/a/pages/gpus.html", "otherPage"],
    [`${page}?own=${"x".repeat(9000)}`, "noAddress"],
  ] as const)("is refused for %s", ([setAddress, refusal]) => {
    expect(link({setAddress})).toEqual({refusal});
  });

  test("leads nowhere else, whatever is pasted", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string({unit: "binary"})), (setAddress) => {
        const made = link({setAddress});
        if ("address" in made) expect(made.address.startsWith(page)).toBe(true);
      }),
    );
  });
});
