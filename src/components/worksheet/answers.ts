import {exerciseIds, type ExerciseId} from "../../lib/scenario/worksheet/exercises.js";

/** What was answered to an exercise. */
export interface Answer {
  text: string;
  /** Undefined until it is checked: answers that were kept are checked anew by the student. */
  isRight?: boolean;
}

/** The answers of one sheet, and whether the browser keeps them. */
export interface Answers {
  get(id: ExerciseId): Answer | undefined;
  set(id: ExerciseId, answer: Answer): void;
  isKept(): boolean;
  /** Keeps them from now on. False where the browser forbids that. */
  keep(): boolean;
  /** Deletes what is kept, of all sheets, and keeps nothing from now on. */
  forget(): void;
  watch(changed: () => void): void;
}

/** Where answers are kept, and in which form: {"ann": {"gpus-1": "164"}}. */
export const key = "inference-arithmetic/worksheet/1";
const mostSheets = 50;
const longestText = 1200; // characters

/** Answers to the sheet of this seed, with what the browser has kept of them. */
export function createAnswers(seed: string): Answers {
  const answers = new Map<ExerciseId, Answer>();
  const watchers: (() => void)[] = [];
  const found = keptSheets();
  let kept = found !== undefined;
  for (const [id, text] of Object.entries(found?.get(seed) ?? {})) {
    answers.set(id as ExerciseId, {text});
  }

  const write = (): boolean => {
    const sheets = keptSheets() ?? new Map<string, Record<string, string>>();
    sheets.delete(seed);
    const texts = [...answers].map(([id, {text}]) => [id, text.slice(0, longestText)] as const);
    sheets.set(seed, Object.fromEntries(texts));
    try {
      const newest = [...sheets].slice(-mostSheets);
      localStorage.setItem(key, JSON.stringify(Object.fromEntries(newest)));
      return true;
    } catch {
      return false; // forbidden by the reader, or full
    }
  };

  return {
    get: (id) => answers.get(id),
    set(id, answer) {
      answers.set(id, answer);
      if (kept) kept = write();
      for (const changed of watchers) changed();
    },
    isKept: () => kept,
    keep: () => (kept = write()),
    forget() {
      kept = false;
      try {
        localStorage.removeItem(key);
      } catch {
        // What may not be looked at is not there.
      }
    },
    watch: (changed) => watchers.push(changed),
  };
}

/**
 * What is kept; undefined where nothing is. Anyone may have written it: what is no text to an exercise
 * is left aside.
 */
function keptSheets(): Map<string, Record<string, string>> | undefined {
  let found: unknown;
  try {
    const text = localStorage.getItem(key);
    if (text === null) return undefined;
    found = JSON.parse(text);
  } catch {
    return undefined;
  }
  const sheets = new Map<string, Record<string, string>>();
  for (const [seed, answers] of entriesOf(found)) {
    const texts = entriesOf(answers).filter(
      ([id, text]) =>
        exerciseIds.some((one) => one === id) &&
        typeof text === "string" &&
        text.length <= longestText,
    );
    sheets.set(seed, Object.fromEntries(texts) as Record<string, string>);
  }
  return sheets;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value)
    : [];
}
