/** Words of the formulas and derivations of the chapter on precision. */
export const precisionTitles = {
  bitsPerWeight: "Bits that a weight takes in a block",
  fileBytes: "Bytes of a file of weights",
};

export const precisionNames = {
  weightBits: "bits of a weight’s own",
  sharedBits: "bits that a block shares",
  blockWeights: "weights in a block",
  blockBits: "bits of a block",
  storedBits: "bits for each weight",
  outputBits: "bits in the output matrix",
  matrixParameters: "weights in blocks",
  outputParameters: "weights of the output matrix",
  normParameters: "weights of norms",
};

export const precisionReasons = {
  bitsPerWeight: {
    block:
      "A block holds $g$ weights of $w$ bits each, and $s$ bits that they share: in Q4_0, 32 weights of 4 bits and a scale of 16.",
    shared: "Nobody owns the shared bits, so each weight carries its part of them.",
    putIn: "Put in what the block takes.",
    split:
      "Divide term by term. The first is the width on the label. The second is what the label leaves out: the larger the block, the less it is, and the more weights have to live with one scale.",
  },
};
