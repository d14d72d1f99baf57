import {isRare, type Told} from "../../lib/scenario/stories.js";
import type {Context} from "../page/context.js";

/** A stretch of a story: said as expected, or a word that surprises, and how rare that word is. */
export interface Stretch {
  text: string;
  rare?: string; // e.g. "1 in 340"
}

/**
 * A story in stretches, with the pieces that the whole model holds for rare standing alone. A new
 * paragraph becomes a pilcrow, so that stories of as many words take about as much room.
 */
export function stretchesOf(
  told: readonly Told[],
  oneIn: number,
  {words, numbers}: Pick<Context, "words" | "numbers">,
): Stretch[] {
  const stretches: Stretch[] = [];
  const say = (text: string): void => {
    const last = stretches.at(-1);
    if (last !== undefined && last.rare === undefined) last.text += text;
    else stretches.push({text});
  };
  for (const [i, each] of told.entries()) {
    if (/^\n+$/.test(each.piece)) {
      if (!/^\n+$/.test(told[i - 1]?.piece ?? "")) say(" ¶ ");
    } else if (isRare(each, oneIn) && each.piece.trim() !== "") {
      const [, space, text] = /^(\s*)(.*)$/s.exec(each.piece)!;
      if (space !== "") say(" ");
      const odds = numbers.whole(Number((2 ** each.surprise).toPrecision(2)));
      stretches.push({text: text!, rare: words.controls.oneInMany(odds)});
    } else {
      say(each.piece);
    }
  }
  return stretches;
}

/** How many words of a story surprise. */
export const rareCount = (told: readonly Told[], oneIn: number): number =>
  told.filter((each) => isRare(each, oneIn) && each.piece.trim() !== "").length;
