import {describe, expect, test} from "vitest";
import {chartsByName} from "../../src/components/embed/brought.js";
import {frames} from "../../src/components/embed/frames.js";
import {keepSettings, readSettings} from "../../src/components/settings/settings.js";
import {pastedFrame} from "../../src/components/embed/snippet.js";
import {charts} from "../../src/components/figure/charts/index.js";

describe("frames", () => {
  test("are there for every chart, which brings its module and its words", async () => {
    expect(Object.keys(chartsByName).sort()).toEqual(charts.map(({name}) => name).sort());
    for (const chart of charts) {
      expect(frames.map(({name}) => name)).toContain(chart.name);
      const brought = await chartsByName[chart.name]!();
      expect(brought.charts).toContain(chart);
      const key = chart.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      expect(Object.keys(brought.figures)).toContain(key);
    }
  });

  test("take the controls of their chapter along, and no veil", () => {
    const {tags} = frames.find(({name}) => name === "latency-batch")!;
    expect(tags.match(/data-control="\w+"/g)).toEqual([
      'data-control="batch"',
      'data-control="machine"',
      'data-control="format"',
    ]);
    expect(frames.filter(({tags}) => /veiled|reveal/.test(tags))).toEqual([]);
  });
});

describe("the settings in a frame's address", () => {
  const controls = ["batch", "machine"];

  test("are read", () => {
    const query = "?theme=dark&hide=controls,batch&lock=batch,machine&reveal=off&x=1";
    expect(readSettings(query, controls)).toEqual({
      theme: "dark",
      hidden: ["controls", "batch"],
      locked: ["batch", "machine"],
      reveals: false,
      refused: [],
    });
  });

  test("are left aside and told where there is no such thing", () => {
    const long = "x".repeat(1000);
    const {refused, ...rest} = readSettings(
      `?theme=${long}&hide=me&lock=batch,x&reveal=maybe`,
      controls,
    );
    expect(rest).toEqual({theme: "auto", hidden: [], locked: ["batch"], reveals: true});
    expect(refused.map(({key}) => key)).toEqual(["theme", "hide", "lock", "reveal"]);
    expect(refused[0]!.found).toHaveLength(60);
  });

  test("may name controls of another chapter, and nobody is told", () => {
    const {locked, refused} = readSettings("?lock=batch,context", controls, ["context"]);
    expect(locked).toEqual(["batch"]);
    expect(refused).toEqual([]);
  });

  test("stay when the scenario changes", () => {
    expect(keepSettings("?v=1&batch=4&theme=dark&lock=all", "?v=1&batch=8")).toBe(
      "?v=1&batch=8&theme=dark&lock=all",
    );
    expect(keepSettings("?v=1&batch=4", "")).toBe("");
  });
});

test("what is pasted cannot be broken out of by a title or an address", () => {
  const pasted = pastedFrame({
    address: 'https://a.example/embed/roofline.html?x="><script>',
    title: '"><script>alert(1)</script>',
    height: 480,
  });
  expect(pasted.match(/<script>/g)).toHaveLength(1);
  expect(pasted).toContain(': "https://a.example";');
});
