import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {
  forgetReport,
  keepReport,
  keptReport,
  ownHardware,
  reportFile,
  showReport,
} from "../../src/components/device/kept.js";
import {keptText, watchKept} from "../../src/components/device/storage.js";
import {ownMachineName} from "../../src/lib/catalog/own-machine.js";
import {parseReport} from "../../src/lib/device/parse-report.js";
import {anyReport, madeUp} from "../lib/device/made-up.js";

/** What a browser's localStorage does, or one that refuses. */
function storage(room = Infinity): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, text) => {
      if (text.length > room) throw new DOMException("full", "QuotaExceededError");
      items.set(key, text);
    },
    removeItem: (key) => void items.delete(key),
  };
}

let page = new EventTarget();
const told = vi.fn();

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal("localStorage", storage());
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("dispatchEvent", page.dispatchEvent.bind(page));
  told.mockClear();
});

afterEach(() => {
  forgetReport();
  vi.unstubAllGlobals();
});

/** The text under the one key, put there by whoever. */
function put(text: string): void {
  keepReport(madeUp);
  vi.stubGlobal("localStorage", {...storage(), getItem: () => text});
}

describe("a report that is kept", () => {
  it("is read as it was written, whatever was measured", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(keepReport(report)).toBe(true);
        expect(keptReport()).toEqual({report});
      }),
      {numRuns: 50},
    );
  });

  it("is gone when it is forgotten", () => {
    keepReport(madeUp);
    forgetReport();
    expect(keptReport()).toEqual({});
    expect(keptText()).toBeUndefined();
  });

  it("tells the page of every change", () => {
    watchKept(told);
    keepReport(madeUp);
    showReport(madeUp);
    forgetReport();
    expect(told).toHaveBeenCalledTimes(3);
  });

  it("follows what other tabs do with its key, and with nothing else", () => {
    watchKept(told);
    const change = (key: string | null): void => {
      page.dispatchEvent(Object.assign(new Event("storage"), {key}));
    };
    change("somebody/else");
    expect(told).not.toHaveBeenCalled();
    change("inference-arithmetic/device/1");
    change(null); // all was cleared
    expect(told).toHaveBeenCalledTimes(2);
  });

  it("leaves as a file that can be read in again", async () => {
    const {content, name} = reportFile(madeUp);
    expect(name).toBe("device-2026-11-23.json");
    expect(parseReport(await content.text())).toEqual(madeUp);
  });

  it("is a machine of the catalog's name", () => {
    expect(ownHardware(madeUp)).toMatchObject({name: ownMachineName, class: "own"});
  });
});

describe("a browser that keeps nothing", () => {
  it.each([
    ["has no room", storage(10)],
    ["forbids it", undefined],
  ])("because it %s shows the report on this page alone", (_, broken) => {
    vi.stubGlobal("localStorage", broken);
    expect(keepReport(madeUp)).toBe(false);
    expect(keptReport()).toEqual({report: madeUp});
    expect(keptText()).toBeUndefined();
    forgetReport();
    expect(keptReport()).toEqual({});
  });
});

describe("what anyone may have put there", () => {
  it.each([
    "",
    "null",
    "{}",
    "[]",
    "1",
    '"x"',
    "{",
    '{"version": 2}',
    "\u0000",
    "é".repeat(300_000),
  ])("is a problem in a sentence: %j", (text) => {
    put(text);
    const {report, problem} = keptReport();
    expect(report).toBeUndefined();
    expect(problem).toMatch(/^.{5,300}\.$/su);
  });

  it("never throws: any JSON, and any report with one part replaced", () => {
    const parts = fc.constantFrom(...(Object.keys(madeUp) as (keyof typeof madeUp)[]));
    const spoiled = fc
      .tuple(parts, fc.jsonValue())
      .map(([part, value]) => JSON.stringify({...madeUp, [part]: value}));
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), spoiled), (text) => {
        put(text);
        const {report, problem} = keptReport();
        expect((report === undefined) !== (problem === undefined)).toBe(true);
        if (report !== undefined) {
          const hardware = ownHardware(report);
          expect(hardware.bandwidth).toBeGreaterThan(0);
          expect(Number.isFinite(hardware.flops.int4)).toBe(true);
        }
      }),
      {numRuns: 500},
    );
  });
});
