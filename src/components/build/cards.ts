import {chapters, type Chapter} from "../page/chapters.js";

/** The picture that a link to a chapter shows elsewhere: of which chart of the chapter it is. */
const chartOf: Readonly<Partial<Record<Chapter["id"], string>>> = {
  cover: "roofline",
  gpus: "memory-hierarchy",
  parameters: "parameter-breakdown",
  conversation: "memory-stack",
  precision: "block-layout",
  latency: "latency-batch",
  machines: "offload-curve",
  prompts: "prompt-gap",
  device: "own-roofline",
  price: "cliff",
  recount: "recount",
};

/** One picture, e.g. of the frame "roofline" in the file "/cards/cover.png". */
export interface Card {
  id: Chapter["id"];
  /** Of the page that it stands for, e.g. "/pages/latency". */
  path: string;
  frame: string;
  file: string;
}

/** Pixels of every card, as the services that show them ask for. */
export const cardSize = {width: 1200, height: 630};

export const cards: readonly Card[] = chapters.flatMap(({id, path}) => {
  const frame = chartOf[id];
  return path === undefined || frame === undefined
    ? []
    : [{id, path, frame, file: `/cards/${id}.png`}];
});

/** Their files, for Framework's dynamicPaths. `npm run cards` takes them from the built charts. */
export const cardPaths: readonly string[] = cards.map(({file}) => file);
