import type {Architecture} from "../../../lib/arithmetic/architecture.js";
import {parameterCount} from "../../../lib/arithmetic/parameters.js";
import {layerBlocks, layerWeights, type Block} from "../../../lib/scenario/layer-blocks.js";

/** Where the matrices of a layer and the bar of the model may stand. CSS pixels. */
export interface Room {
  width: number;
  /** Top of the first row of matrices, and the lowest that the last may reach. */
  top: number;
  bottom: number;
  /** From the rows of attention to those of the feed-forward block. */
  between: number;
  /** Top of the bar, and its height. */
  bar: number;
  barHeight: number;
}

export interface Placed {
  block: Block;
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Places {
  placed: Placed[];
  /** CSS pixels for each number of a vector: the same across and down, so that areas compare. */
  scale: number;
  attentionTop: number;
  feedForwardTop: number;
}

const gap = 2; // px between two matrices
const largest = 8; // px for one number of a vector
const steps = 60; // of half an octave

/**
 * Places the matrices of a layer. All are drawn d high, so that the width of a matrix is what it
 * has of weights over d: for all but latent attention that is its true shape, perhaps turned. The
 * scale keeps to steps of half an octave: a matrix that is pulled grows, until all shrink by a step.
 */
export function placeBlocks(architecture: Architecture, room: Room): Places {
  const blocks = layerBlocks(architecture);
  for (let step = 0; step < steps; step++) {
    const places = placedAt(largest * 2 ** (-step / 2), blocks, architecture, room);
    if (places !== undefined) return places;
  }
  throw new Error(`${architecture.name} has a layer that cannot be drawn in ${room.width} pixels`);
}

/** The layer at this scale; undefined where there is no room for it. */
function placedAt(
  scale: number,
  blocks: readonly Block[],
  {hiddenSize, experts}: Architecture,
  room: Room,
): Places | undefined {
  const height = hiddenSize * scale;
  const widthOf = ({weights}: Block): number => (weights / hiddenSize) * scale;
  let [x, y] = [0, room.top];
  const placed: Placed[] = [];
  let feedForwardTop = y;
  for (const [i, block] of blocks.entries()) {
    const width = widthOf(block);
    if (block.part === "feedForward" && blocks[i - 1]?.part === "attention") {
      [x, y] = [0, y + height + room.between];
      feedForwardTop = y;
    } else if (x + width > room.width) {
      if (experts === undefined || block.part === "attention") return undefined; // in one row
      [x, y] = [0, y + height + gap];
    }
    if (x + width > room.width || y + height > room.bottom) return undefined;
    placed.push({block, x, y, width, height});
    x += width + gap;
  }
  return {placed, scale, attentionTop: room.top, feedForwardTop};
}

interface Bar {
  segments: {part: "embedding" | "layers" | "output"; x: number; width: number}[];
  /** Between one layer and the next; none where they would lie too close. */
  cuts: number[];
  layersEnd: number;
  /** CSS pixels for each weight. */
  scale: number;
}

const closest = 2.5; // px between two cuts

/** The model as a bar. Its scale keeps to octaves: half of the room or more is always filled. */
export function barOf(architecture: Architecture, {width}: Room): Bar {
  const {embedding, output, total} = parameterCount(architecture);
  const scale = width / 2 ** Math.ceil(Math.log2(total));
  const layers = (total - embedding - output) * scale;
  const start = embedding * scale;
  const layer = layerWeights(architecture) * scale;
  const count = layer < closest ? 0 : Math.floor(layers / layer) - 1;
  return {
    segments: [
      {part: "embedding", x: 0, width: start},
      {part: "layers", x: start, width: layers},
      {part: "output", x: start + layers, width: output * scale},
    ],
    cuts: Array.from({length: Math.max(0, count)}, (_, i) => start + layers - (i + 1) * layer),
    layersEnd: start + layers,
    scale,
  };
}
