import type {Phase} from "../arithmetic/estimate.js";
import {conversationSeconds} from "../arithmetic/prompt-laws.js";
import type {Catalog} from "../catalog/catalog.js";
import {viewOf, type View} from "./view.js";

/** The same seconds three times: what no program beats, what to expect, and its band. */
export interface Seconds {
  roof: number;
  forecast: number;
  low: number;
  high: number;
}

/** One question and its answer on one machine. */
export interface Conversation {
  machine: string;
  promptTokens: number;
  answerTokens: number;
  /** Until the prompt is read, and the first token of the answer is there. */
  read: Seconds;
  /** All further tokens of the answer. */
  write: Seconds;
  /** Both. */
  total: Seconds;
}

/**
 * The full law for a prompt and its answer. The conversation grows while it is written; each token
 * is counted as long as the one in the middle, which is exact where every layer keeps everything.
 */
export function conversationOf(view: View, catalog: Catalog): Conversation {
  const {scenario, machine} = view;
  const {promptTokens, answerTokens} = scenario;
  const middle = promptTokens + Math.round(answerTokens / 2);
  const {estimate} = viewOf({...scenario, context: middle}, catalog);
  const read = secondsOf(estimate.prefill);
  const step = secondsOf(estimate.decode);
  const total = mapped((key) =>
    conversationSeconds({promptSeconds: read[key], answerTokens, seconds: step[key]}),
  );
  const write = mapped((key) => total[key] - read[key]);
  return {machine: machine.name, promptTokens, answerTokens, read, write, total};
}

/** The same on both machines: the first one, and the one that it is compared with. */
export function conversations(view: View, catalog: Catalog): [Conversation, Conversation] {
  const rival = viewOf({...view.scenario, machine: view.rival.name}, catalog);
  return [conversationOf(view, catalog), conversationOf(rival, catalog)];
}

const secondsOf = ({roofSeconds, forecast}: Phase): Seconds => ({
  roof: roofSeconds,
  forecast: forecast.seconds,
  low: forecast.low,
  high: forecast.high,
});

const mapped = (value: (key: keyof Seconds) => number): Seconds => ({
  roof: value("roof"),
  forecast: value("forecast"),
  low: value("low"),
  high: value("high"),
});

/** Where a conversation stands after so many seconds. */
export interface Moment {
  /** Seconds, at most those of the whole. */
  at: number;
  /** Tokens of the prompt that are read, and of the answer that are there. */
  tokensRead: number;
  tokensWritten: number;
  phase: "reading" | "writing" | "done";
}

/** The moment after `elapsed` seconds, by the roof or by the forecast. */
export function momentOf(
  {read, total, promptTokens, answerTokens}: Conversation,
  by: "roof" | "forecast",
  elapsed: number,
): Moment {
  const at = Math.min(elapsed, total[by]);
  if (at < read[by]) {
    const tokensRead = Math.floor((promptTokens * at) / read[by]);
    return {at, tokensRead, tokensWritten: 0, phase: "reading"};
  }
  if (elapsed >= total[by]) {
    return {at, tokensRead: promptTokens, tokensWritten: answerTokens, phase: "done"};
  }
  const further = (at - read[by]) / (total[by] - read[by]);
  const tokensWritten = 1 + Math.floor((answerTokens - 1) * further);
  return {at, tokensRead: promptTokens, tokensWritten, phase: "writing"};
}
