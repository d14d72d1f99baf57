import {readFileSync} from "node:fs";
import {exercises, type Axes, type ExerciseId} from "../../lib/scenario/worksheet/exercises.js";
import {builtEn} from "../messages/en/built.js";
import {chapters} from "../page/chapters.js";
import {worksheetPath} from "./fill.js";

/**
 * Puts exercises in the place of the tags that ask for them, e.g. <div data-exercise="gpus-2"></div>
 * for the second of the chapter gpus: as Markdown, as their pages write it. So an exercise is
 * written once, and a chapter that mends one mends the worksheet.
 */
export function withExercises(markdown: string): string {
  return markdown.replace(/^<div data-exercise="([\w-]+)"><\/div>$/gm, (_, id: string) => {
    if (!(id in exercises)) throw new Error(`data-exercise is "${id}", which is no exercise.`);
    return sectionOf(id as ExerciseId);
  });
}

/** Where the exercises of no chapter stand. */
const ownExercises = {path: worksheetPath, file: "src/components/worksheet/own-exercises.markdown"};

function sectionOf(id: ExerciseId): string {
  const [name = "", number = ""] = id.split("-");
  const {path, file} = name === "sheet" ? ownExercises : pageOf(name);
  const sections = [...readFileSync(file, "utf8").matchAll(exerciseSection)];
  const text = sections[Number(number) - 1]?.[1];
  if (text === undefined) throw new Error(`${file} has no exercise ${number}, so ${id} is none.`);

  const [, question = "", solution] = questionAndSolution.exec(text)!;
  return [
    `<section class="exercise" data-on="${id}" data-path="${path}">`,
    taken(question, path),
    taken(givenOn(id, question), path),
    `<div data-hints="${id}"></div>`,
    ...(solution === undefined ? [] : solutionOf(taken(solution, path))),
    `<div class="answer-room" aria-hidden="true"></div>`,
    `</section>`,
  ].join("\n\n");
}

/** On paper nobody can look up what an exercise's machines and models have, if it does not tell. */
function givenOn(id: ExerciseId, question: string): string {
  const {machine, rival, model}: Axes = exercises[id];
  const {given} = builtEn.worksheetBuilt;
  const machines = question.includes("{bandwidth") ? [] : [machine, rival];
  const models = question.includes("{parameters") ? [] : [model];
  const told = [
    ...machines.flatMap((axis) => (axis === undefined ? [] : [given.machine(axis[0]!)])),
    ...models.flatMap((axis) => (axis === undefined ? [] : [given.model(axis[0]!)])),
  ];
  return told.length === 0 ? "" : `<p class="given">${told.join(" ")}</p>`;
}

const solutionOf = (markdown: string): string[] => [
  `<details class="solution">\n<summary>${builtEn.worksheetBuilt.solution}</summary>`,
  markdown,
  `</details>`,
];

const exerciseSection = /<section class="exercise">\n([^]*?)\n<\/section>/g;
const questionAndSolution =
  /^([^]*?)(?:<details>\n<summary>[^<]*<\/summary>\n([^]*?)<\/details>\s*)?$/;

/**
 * As it stands there, without its number, and without what is said of the chapter's own case alone:
 * a variant would make that untrue. Numbers remember whose scenario they stand in.
 */
function taken(markdown: string, path: string): string {
  return markdown
    .replace(/^\s*\*\*\d+\.\*\*\s*/, "")
    .replace(/ ?<span data-here>[^]*?<\/span>/g, "")
    .replace(/<div data-guess=/g, "<div data-answer=")
    .replace(/\{([a-zA-Z]+)([^{}\n]*)\}/g, (whole, name: string, fields: string) => {
      const followsSliders = path === worksheetPath && fields.trim() === "";
      return followsSliders ? whole : `{${name}${fields} from="${path}"}`;
    });
}

function pageOf(name: string): {path: string; file: string} {
  const path = chapters.find(({id}) => id === name)?.path;
  if (path === undefined) throw new Error(`${name} is no chapter, so it has no exercises.`);
  return {path, file: `src${path}.md`};
}
