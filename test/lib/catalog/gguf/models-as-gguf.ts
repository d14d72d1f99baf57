import type {Architecture} from "../../../../src/lib/arithmetic/architecture.js";
import type {Field, Tensor} from "./gguf-writer.js";

/** The fields and tensors that llama.cpp's converter writes for a model, matrices in F16. */
export function asGguf(
  prefix: string,
  model: Architecture,
  more: readonly Field[] = [],
): {fields: Field[]; tensors: Tensor[]} {
  return {
    fields: [
      ["general.architecture", "string", prefix],
      ["general.name", "string", model.name],
      ...fieldsOf(model).map(([key, value]): Field => [`${prefix}.${key}`, "uint32", value]),
      ...more,
    ],
    tensors: tensorsOf(model),
  };
}

function fieldsOf(model: Architecture): [string, number][] {
  const {experts, latentAttention: latent, slidingWindow} = model;
  return [
    ["block_count", model.numLayers],
    ["context_length", model.learnedPositions || 4096],
    ["embedding_length", model.hiddenSize],
    ["feed_forward_length", model.intermediateSize],
    ["attention.head_count", model.numHeads],
    ["attention.head_count_kv", latent === undefined ? model.numKvHeads : 1],
    ...(slidingWindow
      ? [["attention.sliding_window", slidingWindow.tokens] as [string, number]]
      : []),
    ...(latent
      ? ([
          ...(latent.queryRank ? [["attention.q_lora_rank", latent.queryRank]] : []),
          ["attention.kv_lora_rank", latent.keyValueRank],
          ["attention.key_length", latent.keyValueRank + latent.ropeHeadDim],
          ["attention.value_length", latent.keyValueRank],
          ["attention.key_length_mla", latent.nopeHeadDim + latent.ropeHeadDim],
          ["attention.value_length_mla", latent.valueHeadDim],
          ["rope.dimension_count", latent.ropeHeadDim],
        ] as [string, number][])
      : ([
          ["attention.key_length", model.headDim],
          ["attention.value_length", model.headDim],
        ] as [string, number][])),
    ...(experts
      ? ([
          ["expert_count", experts.count],
          ["expert_used_count", experts.perToken],
          ["expert_feed_forward_length", experts.intermediateSize],
          ...(experts.sharedIntermediateSize > 0
            ? [
                ["expert_shared_feed_forward_length", experts.sharedIntermediateSize],
                ["expert_shared_count", experts.sharedIntermediateSize / experts.intermediateSize],
              ]
            : []),
          ["leading_dense_block_count", experts.denseLayers],
        ] as [string, number][])
      : []),
  ];
}

function tensorsOf(model: Architecture): Tensor[] {
  const {hiddenSize: d, vocabSize} = model;
  return [
    matrix("token_embd.weight", d, vocabSize),
    ...(model.learnedPositions ? [matrix("position_embd.weight", d, model.learnedPositions)] : []),
    ...(model.tieEmbeddings ? [] : [matrix("output.weight", d, vocabSize)]),
    vector("output_norm.weight", d),
    ...(model.norms.bias ? [vector("output_norm.bias", d)] : []),
    ...Array.from({length: model.numLayers}, (_, layer) =>
      layerTensors(model, layer).map((tensor) => ({
        ...tensor,
        name: `blk.${layer}.${tensor.name}`,
      })),
    ).flat(),
  ];
}

const norms = {
  1: ["attn_norm"],
  2: ["attn_norm", "ffn_norm"],
  4: ["attn_norm", "post_attention_norm", "ffn_norm", "post_ffw_norm"],
} as const;

function layerTensors(model: Architecture, layer: number): Tensor[] {
  const {hiddenSize: d, biases} = model;
  return [
    ...norms[model.norms.perLayer].flatMap((name) => [
      vector(`${name}.weight`, d),
      ...(model.norms.bias ? [vector(`${name}.bias`, d)] : []),
    ]),
    ...attention(model),
    ...(biases.attentionOutput ? [vector("attn_output.bias", d)] : []),
    ...(model.attentionSinks ? [vector("attn_sinks.weight", model.numHeads)] : []),
    ...feedForward(model, layer),
  ];
}

function attention(model: Architecture): Tensor[] {
  const {hiddenSize: d, numHeads, numKvHeads, headDim, latentAttention: latent} = model;
  if (latent !== undefined) {
    const {queryRank: rank, keyValueRank, nopeHeadDim, ropeHeadDim, valueHeadDim} = latent;
    const queries = numHeads * (nopeHeadDim + ropeHeadDim);
    return [
      ...(rank === undefined
        ? [matrix("attn_q.weight", d, queries)]
        : [
            matrix("attn_q_a.weight", d, rank),
            vector("attn_q_a_norm.weight", rank),
            matrix("attn_q_b.weight", rank, queries),
          ]),
      matrix("attn_kv_a_mqa.weight", d, keyValueRank + ropeHeadDim),
      vector("attn_kv_a_norm.weight", keyValueRank),
      matrix("attn_k_b.weight", nopeHeadDim, keyValueRank * numHeads),
      matrix("attn_v_b.weight", keyValueRank, valueHeadDim * numHeads),
      matrix("attn_output.weight", numHeads * valueHeadDim, d),
    ];
  }
  const [queries, keys] = [numHeads * headDim, numKvHeads * headDim];
  return [
    matrix("attn_q.weight", d, queries),
    matrix("attn_k.weight", d, keys),
    matrix("attn_v.weight", d, keys),
    matrix("attn_output.weight", queries, d),
    ...(model.biases.queryKeyValue
      ? [vector("attn_q.bias", queries), vector("attn_k.bias", keys), vector("attn_v.bias", keys)]
      : []),
    ...(model.qkNorm
      ? [vector("attn_q_norm.weight", headDim), vector("attn_k_norm.weight", headDim)]
      : []),
  ];
}

function feedForward(model: Architecture, layer: number): Tensor[] {
  const {hiddenSize: d, intermediateSize: width, experts} = model;
  if (experts === undefined || layer < experts.denseLayers) {
    return [
      matrix("ffn_up.weight", d, width),
      ...(model.feedForwardMatrices === 3 ? [matrix("ffn_gate.weight", d, width)] : []),
      matrix("ffn_down.weight", width, d),
      ...(model.biases.feedForward
        ? [vector("ffn_up.bias", width), vector("ffn_down.bias", d)]
        : []),
    ];
  }
  const {count, intermediateSize: each, sharedIntermediateSize: shared} = experts;
  return [
    matrix("ffn_gate_inp.weight", d, count),
    ...(experts.routerBias ? [vector("exp_probs_b.bias", count)] : []),
    ...(["ffn_up_exps", "ffn_gate_exps"] as const).map((name) => ({
      name: `${name}.weight`,
      dims: [d, each, count],
      type: 1 as const,
    })),
    {name: "ffn_down_exps.weight", dims: [each, d, count], type: 1},
    ...(experts.expertBias
      ? [
          matrix("ffn_up_exps.bias", each, count),
          matrix("ffn_gate_exps.bias", each, count),
          matrix("ffn_down_exps.bias", d, count),
        ]
      : []),
    ...(shared > 0
      ? [
          matrix("ffn_up_shexp.weight", d, shared),
          matrix("ffn_gate_shexp.weight", d, shared),
          matrix("ffn_down_shexp.weight", shared, d),
        ]
      : []),
    ...(experts.sharedGate ? [vector("ffn_gate_inp_shexp.weight", d)] : []),
  ];
}

function matrix(name: string, columns: number, rows: number): Tensor {
  return {name, dims: [columns, rows], type: 1};
}

function vector(name: string, length: number): Tensor {
  return {name, dims: [length], type: 0};
}
