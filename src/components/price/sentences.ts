import {FetchError, modelBytes} from "../model-fetch/fetch-model.js";
import type {Page} from "../page/context.js";

/** Why there is no result, in a sentence for the reader. */
export function sentenceOf(error: unknown, signal: AbortSignal, {words, numbers}: Page): string {
  const texts = words.price;
  if (signal.aborted) return texts.stopped;
  if (error instanceof FetchError) {
    const {problem} = error;
    switch (problem.kind) {
      case "offline":
        return texts.offline(numbers.bytes(modelBytes["fable-f32.gguf"]));
      case "refused":
        return texts.missing(numbers.whole(problem.status));
      case "cut short":
        return texts.cutShort(numbers.bytes(problem.bytes), numbers.bytes(problem.totalBytes));
    }
  }
  const reason = error instanceof Error ? error.message : String(error);
  return texts.failed(/[.?]$/.test(reason) ? reason : `${reason}.`);
}
