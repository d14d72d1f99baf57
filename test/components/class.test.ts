import {csvParseRows} from "d3-dsv";
import {JSDOM} from "jsdom";
import {describe, expect, test} from "vitest";
import {classCsv} from "../../src/components/class/csv.js";
import {createRoll, mostMembers} from "../../src/components/class/roll.js";
import {classRoofline} from "../../src/components/figure/charts/class-roofline.js";
import {drawingOf} from "../../src/components/figure/render.js";
import {builtEn} from "../../src/components/messages/en/built.js";
import {writeClassCode, type ClassDevice} from "../../src/lib/device/class-code.js";
import {findClassCodes} from "../../src/lib/device/find-class-codes.js";
import {classRoofOf, classStatistics} from "../../src/lib/scenario/class-roofs.js";
import {defaultScenario} from "../../src/lib/scenario/scenario.js";
import {context, viewFor} from "../browser/library.js";

const device: ClassDevice = {
  bandwidth: 10e9,
  flops: 100e9,
  speed: 100,
  model: "110M",
  threads: 2,
  workers: 4,
  simd: "relaxed",
};
const faster = {...device, bandwidth: 40e9};

describe("the roll of a class", () => {
  test("has each device once, under the number with which it came", () => {
    const roll = createRoll();
    expect(roll.add([device, faster, device])).toBe(2);
    expect(roll.add([faster])).toBe(0);
    roll.remove(writeClassCode(device));
    expect(roll.members().map(({number}) => number)).toEqual([2]);
    expect(roll.add([device])).toBe(1);
    expect(roll.members().map(({number}) => number)).toEqual([2, 3]);
  });

  test("takes a name that comes later for the same device, and does not lose one", () => {
    const roll = createRoll();
    roll.add([device]);
    expect(roll.add([{...device, nickname: "Ada"}])).toBe(0);
    roll.add([device]);
    expect(roll.members().map(({device}) => device.nickname)).toEqual(["Ada"]);
  });

  test("is no flood", () => {
    const roll = createRoll();
    const many = Array.from({length: mostMembers + 10}, (_, i) => ({
      ...device,
      bandwidth: 1e9 * 1.005 ** i,
    }));
    expect(roll.add(many)).toBe(mostMembers);
  });

  test("is saved as a table that spreadsheets read, and that gives the same codes back", () => {
    const roll = createRoll();
    roll.add([{...device, nickname: "Zoë's 2"}, faster]);
    const csv = classCsv(roll.members(), {words: builtEn});
    expect(csv.endsWith("\r\n")).toBe(true);
    const [head, ...rows] = csvParseRows(csv);
    expect(head).toHaveLength(12);
    expect(rows.map((row) => row[1])).toEqual(["Zoë's 2", ""]);
    expect(Number(rows[1]![2])).toBe(40e9);
    expect(findClassCodes(csv).found.map(({code}) => code)).toEqual(
      roll.members().map(({code}) => code),
    );
  });

  test("lets no name be calculated, whatever once stood in a code", () => {
    const members = [{code: "", number: 1, device: {...device, nickname: "=1+1"}}];
    expect(classCsv(members, {words: builtEn})).toContain(",'=1+1,");
  });
});

describe("a device's roof", () => {
  test("is the slower of its two clocks, of the weights that the engine reads", () => {
    const {intensity, foretold, error, reached, ridge} = classRoofOf(device);
    expect(ridge).toBe(10);
    expect(intensity).toBeCloseTo(2 / (4.5 / 8), 1); // two operations for each weight of Q4_0
    expect(foretold).toBeCloseTo((10e9 * intensity) / (reached / device.speed), 6);
    expect(error).toBeCloseTo(100 / foretold - 1, 12);
    // So little arithmetic that the other clock decides.
    const slow = classRoofOf({...device, flops: 1e9});
    expect(slow.foretold).toBeCloseTo(1e9 / (reached / device.speed), 6);
  });

  test("is one of many: their middle, and the fastest over the slowest", () => {
    const roofs = [device, faster, {...device, bandwidth: 20e9}].map(classRoofOf);
    const {bandwidth, ratio} = classStatistics(roofs);
    expect(bandwidth).toMatchObject({least: 10e9, median: 20e9, most: 40e9});
    expect(ratio).toBe(4);
  });
});

describe("the class's chart", () => {
  // On logarithmic axes all bandwidths are parallel lines: a slope that is another lies off the chart.
  test.for(["Raspberry Pi 4, Apple M2 Max", "Raspberry Pi 400, A100 80GB"])(
    "has room for the whole roof of %s",
    (machines) => {
      const svg = drawingOf(classRoofline(), "wide", viewFor(defaultScenario), context, {machines});
      const roofs = new JSDOM(svg).window.document.querySelectorAll("path.roof");
      const slopes = [...roofs].map((roof) => {
        const [[x0, y0], [x1, y1]] = roof
          .getAttribute("d")!
          .slice(1)
          .split("L")
          .map((corner) => corner.split(",").map(Number)) as [[number, number], [number, number]];
        return (y0 - y1) / (x1 - x0);
      });
      expect(slopes).toHaveLength(3);
      for (const slope of slopes) expect(slope).toBeCloseTo(slopes[0]!, 6);
    },
  );
});
