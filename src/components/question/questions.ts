import type {Context} from "../page/context.js";

/** The words of a question, by the name under which a page asks it. */
export function questionNamed(
  name: string,
  {words}: Pick<Context, "words">,
): {options: Readonly<Record<string, string>>; verdicts: Readonly<Record<string, string>>} {
  const question = Object.entries(words.guess.questions).find(([id]) => id === name)?.[1];
  if (question !== undefined) return question;
  const known = Object.keys(words.guess.questions).join(", ");
  throw new Error(`data-question is "${name}"; it should be one of ${known}`);
}
