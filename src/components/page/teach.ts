import {attachLessonLink} from "../lesson-link/attach.js";
import {lessonLink} from "../messages/en/figures/lesson-link.js";
import {begin} from "./begin.js";

await begin("/pages/teach", {
  attachments: {"[data-lessonlink]": attachLessonLink},
  figures: {lessonLink}, // no figure, but words of this page alone
});
