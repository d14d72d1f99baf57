import type {Clock} from "./clock.js";

/** Something to do again and again, and how much each turn does: bytes or FLOP. */
export interface Loop {
  amount: number;
  /** Does one turn. What it returns depends on all that was read, so that nothing is left out. */
  turn(): number;
}

/** How much one worker had done at some moments, the first at 0. */
export interface Recording {
  /** Seconds since 1970, never falling. */
  seconds: readonly number[];
  /** All that was done until then: bytes or FLOP. */
  amounts: readonly number[];
}

/**
 * Turns a loop until a moment has come, and looks at the clock about every `chunkSeconds`. How many
 * turns that takes is found on the way: it changes when the browser has compiled the loop better.
 */
export function recordUntil(
  loop: Loop,
  clock: Clock,
  {until, chunkSeconds}: {until: number; chunkSeconds: number},
): Recording & {checksum: number} {
  let checksum = 0;
  let turns = 1;
  let now = clock();
  let amount = 0;
  const seconds = [now];
  const amounts = [amount];
  while (now < until) {
    for (let turn = 0; turn < turns; turn++) checksum = (checksum + loop.turn()) | 0;
    const before = now;
    now = clock();
    amount += turns * loop.amount;
    seconds.push(now);
    amounts.push(amount);
    turns = nextTurns(turns, now - before, chunkSeconds);
  }
  return {seconds, amounts, checksum};
}

/** Turns for the next look at the clock: at most twice as many, so that one odd chunk costs little. */
export function nextTurns(turns: number, took: number, wanted: number): number {
  const factor = took > 0 ? wanted / took : 2;
  return Math.max(1, Math.round(turns * Math.min(2, Math.max(0.5, factor))));
}

/**
 * The time in which all workers were at work, after `from`. Workers do not begin at once, and one
 * that is done leaves the others more bandwidth, so that only this time counts.
 */
export function commonWindow(
  recordings: readonly Recording[],
  from: number,
): {begin: number; end: number} {
  return {
    begin: Math.max(from, ...recordings.map(({seconds}) => seconds[0]!)),
    end: Math.min(...recordings.map(({seconds}) => seconds.at(-1)!)),
  };
}

/**
 * What workers did together in each of `count` equal parts of a time in which all of them were at
 * work: amounts per second. Between two looks at the clock a worker is taken to have gone on evenly.
 */
export function commonRates(
  recordings: readonly Recording[],
  {begin, end, count}: {begin: number; end: number; count: number},
): number[] {
  const length = (end - begin) / count;
  return Array.from({length: count}, (_, part) => {
    const start = begin + part * length;
    return recordings.reduce(
      (sum, one) => sum + (amountAt(one, start + length) - amountAt(one, start)) / length,
      0,
    );
  });
}

/** What a worker had done at a moment, on a line between the two looks at the clock around it. */
function amountAt({seconds, amounts}: Recording, moment: number): number {
  let next = seconds.findIndex((each) => each >= moment);
  if (next < 0) next = seconds.length - 1;
  if (next === 0) return amounts[0]!;
  const before = seconds[next - 1]!;
  const share = Math.min(1, (moment - before) / (seconds[next]! - before));
  return amounts[next - 1]! + share * (amounts[next]! - amounts[next - 1]!);
}
