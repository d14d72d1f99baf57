import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {clockOf, clockResolution, sampleSeconds} from "../../../src/lib/device/clock.js";
import {
  commonRates,
  commonWindow,
  nextTurns,
  recordUntil,
  type Recording,
} from "../../../src/lib/device/recording.js";

/** A clock that goes on by itself whenever it is read, and shows whole steps only. */
function madeUpClock({step, perReading}: {step: number; perReading: number}) {
  let time = 1000;
  return {
    clock: () => {
      time += perReading;
      return Math.floor(time / step) * step;
    },
    pass: (seconds: number) => (time += seconds),
  };
}

describe("the resolution of a clock", () => {
  it.each([1e-3, 1e-4, 2e-5, 5e-6])("is found: %f seconds", (step) => {
    const {clock} = madeUpClock({step, perReading: 5e-8});
    expect(clockResolution(clock)).toBeCloseTo(step, 7);
  });

  it("is what a reading takes where the clock is finer than that", () => {
    const {clock} = madeUpClock({step: 1e-9, perReading: 3e-6});
    expect(clockResolution(clock)).toBeCloseTo(3e-6, 6);
  });

  it("is found on a clock that hardly moves, in a tenth of a second", () => {
    const {clock} = madeUpClock({step: 0.04, perReading: 1e-5});
    const begin = clock();
    expect(clockResolution(clock)).toBeCloseTo(0.04, 6);
    expect(clock() - begin).toBeLessThan(0.2);
  });

  it("is that of this machine's own clock", () => {
    const resolution = clockResolution(clockOf(performance));
    expect(resolution).toBeGreaterThan(0);
    expect(resolution).toBeLessThan(1e-3);
  });

  it("decides how long a sample is: ten milliseconds, and twenty steps at least", () => {
    expect([5e-6, 1e-4, 1e-3].map(sampleSeconds)).toEqual([0.01, 0.01, 0.02]);
  });
});

describe("recording a loop", () => {
  it.each([1e-7, 1e-5, 1e-3])("looks at the clock now and then, turns of %f seconds", (turn) => {
    const {clock, pass} = madeUpClock({step: 5e-6, perReading: 1e-8});
    let turns = 0;
    const loop = {amount: 64, turn: () => (pass(turn), (turns += 1), 1)};
    const until = clock() + 0.5;
    const {seconds, amounts, checksum} = recordUntil(loop, clock, {until, chunkSeconds: 2e-3});
    expect(amounts.at(-1)).toBe(64 * turns);
    expect(checksum).toBe(turns);
    expect(seconds.at(-1)).toBeGreaterThanOrEqual(until);
    expect(seconds.at(-1)).toBeLessThan(until + 5e-3);
    expect(seconds.length).toBeGreaterThan(100);
    expect(seconds.length).toBeLessThan(400);
  });

  it("takes at most twice as many turns as before, half as many at least, and one always", () => {
    expect(nextTurns(10, 1e-3, 1.2e-3)).toBe(12);
    expect(nextTurns(10, 1e-6, 1e-3)).toBe(20);
    expect(nextTurns(10, 0, 1e-3)).toBe(20);
    expect(nextTurns(10, 1, 1e-3)).toBe(5);
    expect(nextTurns(1, 1, 1e-3)).toBe(1);
  });
});

describe("what workers did together", () => {
  /** A worker that does `rate` a second, and looks at the clock at odd moments. */
  const worker = (rate: number, begin: number, gaps: readonly number[]): Recording => {
    const seconds = [begin];
    for (const gap of gaps) seconds.push(seconds.at(-1)! + gap);
    return {seconds, amounts: seconds.map((moment) => rate * (moment - begin))};
  };
  const ratesFrom = (recordings: readonly Recording[], from: number, count: number) =>
    commonRates(recordings, {...commonWindow(recordings, from), count});
  const gaps = fc.array(fc.double({min: 1e-3, max: 5e-3, noNaN: true}), {
    minLength: 40,
    maxLength: 60,
  });

  it("is the sum of what each did, whenever they began and looked at the clock", () => {
    const anyWorker = fc.record({
      rate: fc.double({min: 1, max: 1e12, noNaN: true}),
      begin: fc.double({min: 100, max: 100.01, noNaN: true}),
      gaps,
    });
    fc.assert(
      fc.property(
        fc.array(anyWorker, {minLength: 1, maxLength: 8}),
        fc.integer({min: 1, max: 9}),
        (workers, count) => {
          const recordings = workers.map((one) => worker(one.rate, one.begin, one.gaps));
          const rates = ratesFrom(recordings, 100.015, count);
          const sum = workers.reduce((all, {rate}) => all + rate, 0);
          expect(rates).toHaveLength(count);
          for (const rate of rates) expect(rate / sum).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  it("counts only the time in which all were at work", () => {
    const alone = {seconds: [0, 1, 2, 3], amounts: [0, 100, 110, 210]}; // slower beside the other
    const other = {seconds: [1, 2], amounts: [0, 10]};
    expect(ratesFrom([alone, other], 0, 1)).toEqual([20]);
    expect(ratesFrom([alone, other], 1.5, 2)).toEqual([20, 20]);
  });

  it("ends before it begins where they never were at work together", () => {
    const first = {seconds: [0, 1], amounts: [0, 5]};
    const second = {seconds: [2, 3], amounts: [0, 5]};
    expect(commonWindow([first, second], 0)).toEqual({begin: 2, end: 1});
  });

  it("leaves out the time before", () => {
    const warming = {seconds: [0, 1, 2, 3], amounts: [0, 1, 11, 21]};
    expect(ratesFrom([warming], 1, 2)).toEqual([10, 10]);
  });
});
