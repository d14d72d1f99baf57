/** Words of the equations in the chapter on parameters. TeX stands between dollar signs. */
export const parameters = {
  titles: {
    parameterEstimate: "Parameters of a GPT, as the article counts them",
    llamaParameters: "Parameters of a LLaMA",
    groupedParameters: "Parameters of a LLaMA whose heads share keys and values",
    idleParameters: "Parameters that one token leaves alone",
  },
  names: {
    heads: "query heads",
    tables: "tables of words",
    sparseLayers: "layers with experts",
    expertSize: "width of an expert",
    layerParameters: "weights of a layer",
    estimatedParameters: "estimated total",
    llamaParameters: "parameters",
    groupedParameters: "parameters",
    idleParameters: "parameters left alone",
  },
  reasons: {
    parameterEstimate: {
      matrices:
        "One layer of a GPT. Attention has four matrices of $d$ rows and $d$ columns. The feed-forward block has two: one makes the vector four times as long, $4\\,d$ rows of $d$ numbers, the other brings it back.",
      squares: "Twice four are eight squares of $d$ times $d$.",
      twelve: "Four and eight are twelve. This is where the 12 comes from.",
      model:
        "The model is $L$ such layers, and before them a table with one row of $d$ numbers for each of $V$ tokens.",
      estimate: "Put in what a layer has.",
    },
    llamaParameters: {
      layer:
        "One layer of a LLaMA. Attention is as before. The feed-forward block has three matrices, gate, up and down, between $d$ and $d_{\\mathrm{ff}}$. Before attention and before the feed-forward block a norm scales the vector, with one weight for each of its $d$ numbers.",
      together: "Three times the same, and twice the same.",
      model:
        "The model is $L$ such layers, the table that turns tokens into vectors, a second one that turns the last vector into a score for each token, and a last norm.",
      tables: "The two tables are equally large, but they are not the same table.",
      putIn: "Put in what a layer has. Nothing was left out, and nothing was rounded.",
    },
  },
};
