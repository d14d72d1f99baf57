import type {LadderPoint as Rung} from "../catalog/device-report.js";

/** Sizes that are read about equally fast: a cache, or what lies behind the last one. */
export interface Tread {
  rungs: readonly Rung[];
  /** bytes/s: the median of its rungs */
  bandwidth: number;
}

const clearDrop = 0.75; // of the speed before: less is a step, more may be noise

/**
 * The treads of a ladder, from the fastest to the slowest. A new one begins only where the drop is
 * clear: by a quarter or more against the tread so far, and the samples of both sides do not
 * overlap. A gradual fall makes no step until it has fallen so far.
 *
 * @param rungs in the order of their sizes
 */
export function treadsOf(rungs: readonly Rung[]): Tread[] {
  const groups: Rung[][] = [];
  for (const rung of rungs) {
    const group = groups.at(-1);
    if (group === undefined || isClearDrop(group, rung)) groups.push([rung]);
    else group.push(rung);
  }
  return groups.map((group) => ({rungs: group, bandwidth: middle(group)}));
}

function isClearDrop(group: readonly Rung[], {bandwidth}: Rung): boolean {
  const before = group.at(-1)!.bandwidth;
  return bandwidth.median < clearDrop * middle(group) && bandwidth.highest < before.lowest;
}

function middle(rungs: readonly Rung[]): number {
  const medians = rungs.map(({bandwidth}) => bandwidth.median).sort((a, b) => a - b);
  const half = medians.length >> 1;
  return medians.length % 2 === 1 ? medians[half]! : (medians[half - 1]! + medians[half]!) / 2;
}
