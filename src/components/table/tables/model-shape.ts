import type {LawTable} from "../law-table.js";

/** What a model's config.json says, under the names that it has there, with the letters for it. */
export const modelShape: LawTable = {
  caption: ({model}, {words}) => words.tables.modelShape.caption(model.name),
  columns: ({words}) => words.tables.modelShape.columns,
  rows: ({model: {architecture}}, {words, numbers}) => {
    const {tieEmbeddings} = architecture;
    const texts = words.tables.modelShape;
    return [
      ["hidden_size: d", numbers.whole(architecture.hiddenSize)],
      ["intermediate_size: d_ff", numbers.whole(architecture.intermediateSize)],
      ["num_hidden_layers: L", numbers.whole(architecture.numLayers)],
      ["num_attention_heads: n_q", numbers.whole(architecture.numHeads)],
      ["num_key_value_heads: n_kv", numbers.whole(architecture.numKvHeads)],
      ["head_dim: d_head", numbers.whole(architecture.headDim)],
      ["vocab_size: V", numbers.whole(architecture.vocabSize)],
      ["tie_word_embeddings: n_emb", tieEmbeddings ? texts.tied : texts.untied],
    ];
  },
  room: 8,
};
