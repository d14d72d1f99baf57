import type {Refusal} from "../../../lesson-link/link.js";

/** Words of the form that makes a teacher's links, which the browser needs. */
export const lessonLink = {
  copied: "The link is copied.",
  notCopied: "The browser copies nothing here. Mark the link and copy it yourself.",
  refused: {
    noAddress:
      "That is no address. Copy the whole line from the top of the browser, or leave the field empty.",
    elsewhere:
      "That address is of another site. Open the chapter from this one, set it, and copy its address.",
    otherPage:
      "That address is of another page than the one chosen here. Choose the same one, or leave the field empty.",
  } satisfies Record<Refusal, string>,
};
