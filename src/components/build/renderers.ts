import {renderContents} from "../contents/render.js";
import {renderClaims} from "../claims/render.js";
import {renderClass} from "../class/render.js";
import {renderClock} from "../clock/render.js";
import {renderControl} from "../control/render.js";
import {renderDerivation} from "../equation/render-derivation.js";
import {renderEquation} from "../equation/render.js";
import {renderTex} from "../equation/render-inline.js";
import {classRoofline} from "../figure/charts/class-roofline.js";
import {charts} from "../figure/charts/index.js";
import {figureRenderer} from "../figure/render.js";
import {renderGallery} from "../gallery/render.js";
import {renderGuess} from "../guess/render.js";
import {renderLaboratory} from "../laboratory/render.js";
import {renderLessonLink} from "../lesson-link/render.js";
import {renderLaws} from "../laws/render.js";
import {renderOwn} from "../own-model/render.js";
import {renderHeldOut} from "../price/held-out.js";
import {renderLab, renderStory, renderTales} from "../price/render.js";
import type {Render} from "../page/context.js";
import {renderChapters, renderMeasure, renderPager} from "../page/furniture.js";
import {renderPick} from "../pick/render.js";
import {renderQuestion} from "../question/render.js";
import {renderRank} from "../rank/render.js";
import {renderSources} from "../sources/render.js";
import {renderTable} from "../table/render.js";
import {
  renderAnswer,
  renderChoice,
  renderGoal,
  renderHints,
  renderPrediction,
  renderSheet,
  renderSheetHead,
} from "../worksheet/render.js";

/** What fills each kind of tag when the site is built: data-figure is filled by `figure`. */
export const renderers: Readonly<Record<string, Render>> = {
  chapters: (_attributes, _view, {words}) => renderChapters(words),
  contents: renderContents,
  claims: renderClaims,
  class: renderClass,
  clock: renderClock,
  control: renderControl,
  derivation: renderDerivation,
  equation: renderEquation,
  figure: figureRenderer([...charts, classRoofline()]),
  gallery: renderGallery,
  guess: renderGuess,
  laboratory: renderLaboratory,
  heldout: renderHeldOut,
  lab: renderLab,
  laws: renderLaws,
  measure: (_attributes, _view, {words}) => renderMeasure(words),
  own: renderOwn,
  pager: ({path = ""}, _view, {words}) => renderPager(words, path),
  pick: renderPick,
  question: renderQuestion,
  rank: renderRank,
  sources: renderSources,
  story: renderStory,
  tales: renderTales,
  table: renderTable,
  tex: renderTex,
  lessonlink: renderLessonLink,
  answer: renderAnswer,
  choice: renderChoice,
  goal: renderGoal,
  hints: renderHints,
  prediction: renderPrediction,
  sheet: renderSheet,
  sheethead: renderSheetHead,
};
