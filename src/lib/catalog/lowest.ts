/** A range that a number may not leave. */
export interface Range {
  from: number;
  to: number;
}

const firstStep = 0.5; // in natural logarithms: try half as much again, and two thirds
const lastStep = 1e-8;

/**
 * Where a function of a few positive numbers is lowest. It walks: from where it stands it tries
 * each number a step larger and a step smaller, goes wherever that is lower, carries on in a
 * direction that paid, and halves its step when nothing helps (Hooke and Jeeves 1961). Steps are
 * factors, because a millisecond and a percent have no common unit. The same function gives the
 * same answer, to the last digit.
 */
export function lowest(
  height: (numbers: readonly number[]) => number,
  start: readonly number[],
  ranges: readonly Range[],
): number[] {
  const logRanges = ranges.map(({from, to}) => ({from: Math.log(from), to: Math.log(to)}));
  const clamp = (value: number, i: number): number =>
    Math.min(Math.max(value, logRanges[i]!.from), logRanges[i]!.to);
  const heightAt = (place: readonly number[]): number => height(place.map(Math.exp));

  let here = start.map((value, i) => clamp(Math.log(value), i));
  let lowestSoFar = heightAt(here);

  /** One round of trying every number on its own, from a place. */
  const explore = (place: readonly number[], found: number, step: number) => {
    const best = [...place];
    for (let i = 0; i < best.length; i++) {
      const before = best[i]!;
      for (const change of [step, -step]) {
        best[i] = clamp(before + change, i);
        const trial = heightAt(best);
        if (trial < found) {
          found = trial;
          break;
        }
        best[i] = before;
      }
    }
    return {best, found};
  };

  for (let step = firstStep; step > lastStep;) {
    const {best, found} = explore(here, lowestSoFar, step);
    if (found >= lowestSoFar) {
      step /= 2;
      continue;
    }
    const onward = best.map((value, i) => clamp(2 * value - here[i]!, i));
    here = best;
    lowestSoFar = found;
    const leap = explore(onward, heightAt(onward), step);
    if (leap.found < lowestSoFar) {
      here = leap.best;
      lowestSoFar = leap.found;
    }
  }
  return here.map(Math.exp);
}
