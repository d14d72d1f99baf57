/** Words of the equations in the chapter on conversations. TeX stands between dollar signs. */
export const conversation = {
  titles: {
    tokenCache: "Bytes that a token leaves behind",
    tokensThatFit: "Tokens of conversation that fit beside the weights",
    windowedCache: "Bytes of conversations where some layers have a window",
    recomputeRatio: "Calculating a token anew, against reading back what it left",
  },
  names: {
    keptElements: "numbers a layer keeps",
    fullLayers: "layers that keep all",
    windowLayers: "layers with a window",
    windowTokens: "the window",
    memoryBytes: "memory of the machine",
    conversationBytes: "bytes of the conversations",
    tokensThatFit: "tokens that fit",
    recomputeSeconds: "time to calculate anew",
    readBackSeconds: "time to read back",
    recomputeRatio: "anew against read back",
  },
  reasons: {
    tokenCache: {
      head: "Of one token, one layer keeps a key and a value for each of $n_{\\mathrm{kv}}$ heads. Both are vectors of $d_{\\mathrm{head}}$ numbers.",
      two: "The two are equally long. This is the first 2 of the formula: key and value.",
      layers:
        "Each of $L$ layers keeps its own, and each number takes $b_{\\mathrm{kv}}$ bytes: two in 16 bits. That is a second 2, and it is easily taken for the first.",
      token: "Put in what a layer keeps.",
    },
    tokensThatFit: {
      full: "The machine is full when its memory holds the weights and the conversations of $B$ readers, $C_{\\mathrm{fit}}$ tokens each, and nothing else.",
      room: "Take the weights from both sides. What they leave is for the conversations.",
      divide: "Divide by what one token costs all readers together.",
    },
    recomputeRatio: {
      anew: "To have a token’s keys and values again without having kept them, the token must go through the whole model again: two operations for each of $P$ weights. The weights are there anyway, because the new token needs them.",
      back: "To read them back, $K$ bytes come down the wires.",
      ratio: "Divide the one by the other.",
      putIn: "Put both in. The length of the conversation has dropped out.",
    },
  },
};
