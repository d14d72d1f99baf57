import type {Conversation, Moment} from "../../lib/scenario/conversation.js";
import type {Context} from "../page/context.js";

/** Which of the two laws a clock runs by. */
export type By = "forecast" | "roof";

/** Everything on one clock that changes: arcs as SVG paths, the hand's angle, and its words. */
export interface Face {
  /** What lies ahead: reading, then writing. */
  planned: {read: string; write: string};
  /** What is done of it. */
  done: {read: string; write: string};
  /** Degrees from the top. */
  hand: number;
  time: string;
  state: string;
}

const centre = 100; // of the dial, in its own units
const radius = 80;

/**
 * One clock at one moment.
 *
 * @param once seconds in which the hand goes round once: the time of the slower machine
 * @param moment null before the start
 */
export function faceOf(
  {read, total, promptTokens, answerTokens}: Conversation,
  moment: Moment | null,
  by: By,
  once: number,
  {words, numbers}: Context,
): Face {
  const at = moment?.at ?? 0;
  const texts = words.clock;
  const tokens = (count: number) => numbers.whole(count);
  const state =
    moment === null
      ? texts.ready(numbers.seconds(read[by]), numbers.seconds(total[by] - read[by]))
      : moment.phase === "reading"
        ? texts.reading(tokens(moment.tokensRead), tokens(promptTokens))
        : moment.phase === "writing"
          ? texts.writing(tokens(moment.tokensWritten), tokens(answerTokens))
          : texts.done(numbers.seconds(read[by]), numbers.seconds(total[by]));
  return {
    planned: {read: arc(0, read[by] / once), write: arc(read[by] / once, total[by] / once)},
    done: {
      read: arc(0, Math.min(at, read[by]) / once),
      write: at > read[by] ? arc(read[by] / once, at / once) : "",
    },
    hand: (360 * at) / once,
    time: texts.seconds(numbers.hundredths(at)),
    state,
  };
}

/** Seconds in which the hand goes round once. */
export function roundOf(both: readonly Conversation[], by: By): number {
  return Math.max(...both.map(({total}) => total[by]));
}

const longest = 20; // s that a reader is asked to wait

/** How many times as fast as real time the clocks run, so that nobody waits longer: 1, 2, 5, 10, … */
export function factorFor(seconds: number): number {
  for (let power = 1; ; power *= 10) {
    for (const digit of [1, 2, 5]) {
      if (seconds <= longest * digit * power) return digit * power;
    }
  }
}

/** Part of the circle, from one share of it to another, clockwise from the top. */
function arc(from: number, to: number): string {
  const whole = 0.9999; // an arc from a point to itself would be none
  const end = Math.min(to, from + whole);
  if (end <= from) return "";
  const large = end - from > 0.5 ? 1 : 0;
  return `M${pointAt(from)}A${radius},${radius} 0 ${large} 1 ${pointAt(end)}`;
}

function pointAt(share: number): string {
  const angle = 2 * Math.PI * share;
  const x = centre + radius * Math.sin(angle);
  const y = centre - radius * Math.cos(angle);
  return `${x.toFixed(2)},${y.toFixed(2)}`;
}
