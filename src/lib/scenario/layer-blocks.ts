import type {Architecture} from "../arithmetic/architecture.js";
import {parameterCount, tensorGroups, type TensorGroup} from "../arithmetic/parameters.js";

/** One matrix of a layer, or the matrices of one expert together. */
export interface Block {
  /** As in `TensorGroup`, e.g. "query"; "gate", "up" and "down"; "expert 3". */
  name: string;
  part: "attention" | "feedForward";
  weights: number;
  /** Whether every token uses it; of experts those that one token might pick. */
  active: boolean;
}

/**
 * The matrices of one layer, in the order in which a token meets them; where a model has experts,
 * of a layer that has them. Norms and biases are no matrices and are left out.
 */
export function layerBlocks(architecture: Architecture): Block[] {
  const groups = tensorGroups(oneLayerOf(architecture)).filter(({kind}) => kind === "matrix");
  const of = (wanted: TensorGroup["part"]) => groups.filter(({part}) => part === wanted);
  const feedForward = of("feedForward");
  const shared = feedForward.filter(({name}) => name.startsWith("shared expert"));
  const experts = feedForward.filter(({name}) => name.startsWith("expert"));
  const others = feedForward.filter((group) => ![...shared, ...experts].includes(group));
  return [
    ...of("attention").map((group) => block(group.name, "attention", group.rows * group.columns)),
    ...others.flatMap(asMatrices),
    ...(shared.length > 0 ? [block("shared expert", "feedForward", weightsOf(shared))] : []),
    ...asExperts(experts, architecture),
  ];
}

/** Weights of all tensors of one layer, norms and biases included. */
export function layerWeights(architecture: Architecture): number {
  const withTwo = parameterCount({...oneLayerOf(architecture), numLayers: 2}).total;
  return withTwo - parameterCount(oneLayerOf(architecture)).total;
}

/** The model's last layer, alone: each of its tensors stands there as often as a layer has it. */
function oneLayerOf(architecture: Architecture): Architecture {
  const {experts} = architecture;
  return {
    ...architecture,
    numLayers: 1,
    ...(experts && {experts: {...experts, denseLayers: 0}}),
  };
}

const block = (name: string, part: Block["part"], weights: number, active = true): Block => ({
  name,
  part,
  weights,
  active,
});

const weightsOf = (groups: readonly TensorGroup[]): number =>
  groups.reduce((sum, {rows, columns, copies}) => sum + rows * columns * copies, 0);

/** "feed-forward up" twice are gate and up. */
function asMatrices({name, rows, columns, copies}: TensorGroup): Block[] {
  const inward = copies === 2 ? ["gate", "up"] : ["up"];
  const names = {"feed-forward up": inward, "feed-forward down": ["down"]}[name] ?? [name];
  return names.map((each) => block(each, "feedForward", rows * columns));
}

function asExperts(groups: readonly TensorGroup[], {experts}: Architecture): Block[] {
  if (experts === undefined) return [];
  const weights = weightsOf(groups) / experts.count;
  return Array.from({length: experts.count}, (_, i) =>
    block(`expert ${i + 1}`, "feedForward", weights, i < experts.perToken),
  );
}
