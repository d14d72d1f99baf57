import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {estimate} from "../../../src/lib/arithmetic/estimate.js";
import {parseReport, ReportError} from "../../../src/lib/device/parse-report.js";
import {hardwareOf, ladderOf, rateOf} from "../../../src/lib/device/report.js";
import {llama7B} from "../arithmetic/models.js";
import {anyReport, madeUp} from "./made-up.js";

describe("the reader's machine as a row of the table", () => {
  it("has the bandwidth of the largest working set with all workers", () => {
    const hardware = hardwareOf(madeUp, "This device");
    expect(hardware.bandwidth).toBe(16e9);
    expect(hardware.flops).toEqual({fp32: 60e9, int8: 200e9, int4: 200e9});
    expect(hardware.class).toBe("own");
  });

  it("has the memory that the reader told, and none that nobody told", () => {
    expect(hardwareOf(madeUp, "mine")).not.toHaveProperty("memoryBytes");
    expect(hardwareOf({...madeUp, memoryBytes: 16e9}, "mine").memoryBytes).toBe(16e9);
  });

  it("is one that every law takes", () => {
    fc.assert(
      fc.property(anyReport, fc.constantFrom("Q4_0 file", "Q8_0", "FP16"), (report, format) => {
        const {decode, prefill} = estimate({
          architecture: llama7B,
          hardware: hardwareOf(report, "mine"),
          format,
          context: 100,
          batch: 1,
          promptTokens: 100,
          kvBytesPerElement: 2,
        });
        expect(decode.forecast.seconds).toBeGreaterThanOrEqual(decode.roofSeconds);
        expect(prefill.forecast.seconds).toBeGreaterThan(0);
      }),
    );
  });
});

describe("finding a measurement", () => {
  it("takes the nearest number of workers", () => {
    expect(ladderOf(madeUp, 3).workers).toBe(2);
    expect(ladderOf(madeUp, 1).workers).toBe(1);
    const wanted = {format: "F32", phase: "decode"} as const;
    expect(rateOf(madeUp, {...wanted, workers: 8}).median).toBe(60e9);
    expect(rateOf(madeUp, {...wanted, workers: 1}).median).toBe(30e9);
  });
});

describe("reading a kept report", () => {
  it("gives back what was written", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(parseReport(JSON.stringify(report))).toEqual(report);
      }),
    );
  });

  it("keeps the graphics processor and the warnings, and leaves out what it does not know", () => {
    const spread = {median: 2e9, lowest: 1e9, highest: 3e9};
    const gpu = {adapter: "any", software: true, bytes: 1e8, bandwidth: spread, fp32: spread};
    const warnings = [
      {kind: "noisy", of: "models", spread: 0.3},
      {kind: "hidden"},
      {kind: "fewer workers", wanted: 8},
    ];
    const report = {...madeUp, gpu: {...gpu, fp16: spread}, warnings};
    const more = {...report, script: "<script>", gpu: {...report.gpu, more: 1}};
    expect(parseReport(JSON.stringify(more))).toEqual(report);
  });

  it.each([
    ["not JSON", "The report is not JSON."],
    [`"${" ".repeat(300_000)}"`, "The report has 300002 characters; at most 200000 fit."],
    ["[]", "The report is []; it should be an object."],
    ["null", "The report is null; it should be an object."],
    ["{}", "version is missing; it should be 1, the only form of a report that this page knows."],
  ])("refuses %.20s", (text, sentence) => {
    expect(() => parseReport(text)).toThrow(new ReportError(sentence));
  });

  it.each([
    [{measuredOn: "2026-02-30"}, 'measuredOn is "2026-02-30"; it should be a day such as'],
    [{measuredOn: 20261123}, "measuredOn is 20261123"],
    [{mode: "slow"}, 'mode is "slow"; it should be quick or thorough.'],
    [{browser: "a\nb"}, "it should be a line of at most 120 characters."],
    [{browser: "b".repeat(121)}, `browser is "${"b".repeat(59)}…`],
    [{cores: 1.5}, "cores is 1.5; it should be a whole number."],
    [{workers: 0}, "workers is 0; it should be a number from 1 to 1024."],
    [{isolated: "yes"}, 'isolated is "yes"; it should be true or false.'],
    [{timerResolution: 0}, "timerResolution is 0"],
    [{memoryBytes: -1}, "memoryBytes is -1"],
    [{ladder: []}, "The report has no ladder whose workers is 1."],
    [{ladder: {}}, "ladder is {}; it should be a list of at most 500."],
    [{ladder: [{workers: 1, points: []}]}, "ladder[0].points is empty"],
    [{rates: []}, "The report has no rate of F32 prefill whose workers is 1."],
    [{runs: []}, "The report has no run of the 15M model for F32 prefill."],
    [{warnings: Array(501).fill({kind: "hidden"})}, "warnings is [{"],
    [{gpu: 1}, "gpu is 1; it should be an object."],
    [{gpuProblem: "none"}, 'gpuProblem is "none"; it should be not offered'],
  ])("refuses %j", (change, sentence) => {
    const read = () => parseReport(JSON.stringify({...madeUp, ...change}));
    expect(read).toThrow(ReportError);
    expect(read).toThrow(sentence);
  });

  it("refuses numbers out of order", () => {
    const [one, two] = madeUp.ladder[0]!.points;
    const ladder = (points: unknown) => ({...madeUp, ladder: [{workers: 1, points}]});
    const spread = {median: 1e9, lowest: 2e9, highest: 3e9};
    const texts = [ladder([two, one]), ladder([{...one, bandwidth: spread}])];
    const messages = texts.map((report) => {
      try {
        return parseReport(JSON.stringify(report)).version;
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(messages).toEqual([
      "ladder[0].points[1].bytes is 16384; it should be more than the one before it.",
      "ladder[0].points[0].bandwidth.median is 1000000000; it should be a number from 2000000000 to 3000000000.",
    ]);
  });

  it("answers any change of a report with a report or a sentence", () => {
    const paths = everyPath(madeUp);
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const changed: unknown = JSON.parse(JSON.stringify(madeUp));
        setAt(changed, path, value);
        try {
          const report = parseReport(JSON.stringify(changed));
          expect(hardwareOf(report, "mine").bandwidth).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(ReportError);
          refused++;
        }
      }),
      {numRuns: 1000},
    );
    expect(refused).toBeGreaterThan(500);
  });

  it("answers any text with a report or a sentence", () => {
    const whole = JSON.stringify(madeUp);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.string(), (at, text) => {
        try {
          parseReport(whole.slice(0, at) + text + whole.slice(at + 1));
        } catch (error) {
          expect(error).toBeInstanceOf(ReportError);
        }
      }),
      {numRuns: 500},
    );
  });
});

type Path = readonly (string | number)[];

/** Every place in a tree of values, the root left out. */
function everyPath(value: unknown, here: Path = []): Path[] {
  const children = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return children.flatMap(([key, child]) => [[...here, key], ...everyPath(child, [...here, key])]);
}

function setAt(tree: unknown, path: Path, value: unknown): void {
  let at = tree as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[path.at(-1)!] = value;
}
