import type {Attach} from "../page/context.js";
import {attachCollect} from "./collect.js";
import {attachGuess} from "./guess.js";
import {attachList} from "./list.js";
import type {Roll} from "./roll.js";

/** Brings the parts around the class's picture to life. */
export function classAttacher(roll: Roll): Attach {
  const parts: Readonly<Record<string, typeof attachCollect>> = {
    collect: attachCollect,
    guess: attachGuess,
    list: attachList,
  };
  return (element, page) => parts[element.dataset["class"] ?? ""]?.(element, page, roll);
}
