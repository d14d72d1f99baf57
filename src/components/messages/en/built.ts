import {claims} from "./claims.js";
import {contents} from "./contents.js";
import {embed} from "./embed.js";
import {figures} from "./figures/index.js";
import {formulas} from "./formulas.js";
import {gallery} from "./gallery.js";
import {en} from "./index.js";
import {laws} from "./laws.js";
import {sources} from "./sources.js";
import {taken} from "./taken.js";
import {lessonLinkBuilt} from "./lesson-link-built.js";
import {worksheetBuilt} from "./worksheet-built.js";

/** The same, and the words that only the build writes, so that no reader's device fetches them. */
export const builtEn = {
  ...en,
  figures,
  claims,
  contents,
  embed,
  formulas,
  gallery,
  laws,
  sources,
  taken,
  worksheetBuilt,
  lessonLinkBuilt,
};

export type BuiltMessages = typeof builtEn;
