import {formulas} from "../messages/en/formulas.js";
import {taken} from "../messages/en/taken.js";
import {inLanguage} from "../messages/in-language.js";

/** The words that are fetched with what is taken away: those of the formulas, and of the texts. */
export type TakenWords = Pick<
  typeof formulas,
  "titles" | "names" | "units" | "origins" | "assumptions"
> & {
  taken: typeof taken;
};

export async function takenWords(): Promise<TakenWords> {
  const {titles, names, units, origins, assumptions} = formulas;
  return inLanguage({titles, names, units, origins, assumptions, taken});
}
