import type {BlockFormat} from "../../../lib/arithmetic/format.js";
import {formatNamed, storedTensors} from "../../../lib/arithmetic/precision.js";
import type {View} from "../../../lib/scenario/view.js";
import {listed} from "../../control/sliders.js";
import type {LawTable} from "../law-table.js";

/** Block formats: what a weight has of its own, what it shares, and what that makes. */
export const blockFormats: LawTable = {
  caption: (_, {words}) => words.tables.blockFormats.caption,
  columns: ({words}) => words.tables.blockFormats.columns,
  rows: (_, {numbers}, attributes) =>
    listed(attributes).map((name) => {
      const {weights, bitsPerWeight} = formatNamed(name) as BlockFormat;
      return [
        name,
        numbers.whole(weights),
        numbers.whole((weights * bitsPerWeight) / 8),
        numbers.bits(bitsPerWeight),
      ];
    }),
};

/** Tensors of a file that take equally many bits for a weight. */
interface Share {
  name: string;
  count: number;
  bytes: number;
}

const file = "Q4_0 file";

/** A file of the chosen model, to the byte: blocks, output matrix, norms, and all of it. */
export const fileTensors: LawTable = {
  caption: ({model}, {words}) => words.tables.fileTensors.caption(model.name),
  columns: ({words}) => words.tables.fileTensors.columns,
  rows: (view, {numbers, words}) => {
    const shares = sharesOf(view);
    const all = {
      count: shares.reduce((sum, {count}) => sum + count, 0),
      bytes: shares.reduce((sum, {bytes}) => sum + bytes, 0),
    };
    return [...shares, {name: words.tables.fileTensors.all, ...all}].map(({name, count, bytes}) => [
      name,
      numbers.whole(count),
      count === 0 ? "" : numbers.fine((8 * bytes) / count),
      numbers.whole(bytes),
    ]);
  },
  room: 4,
};

/** In the order of a file that has them all; a model without one has a row of nothing. */
function sharesOf({model: {architecture}}: View): Share[] {
  const shares: Share[] = ["Q4_0", "Q6_K", "FP32"].map((name) => ({name, count: 0, bytes: 0}));
  for (const {tensor, bytesOfOne} of storedTensors(architecture, formatNamed(file))) {
    const count = tensor.rows * tensor.columns;
    const bits = (8 * bytesOfOne) / count;
    const share = shares.find(({name}) => formatNamed(name).bitsPerWeight === bits)!;
    share.count += tensor.copies * count;
    share.bytes += tensor.copies * bytesOfOne;
  }
  return shares;
}
