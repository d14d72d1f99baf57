/** Words of the formulas of the chapter on the reader's own machine. */
export const titles = {
  ownLatency: "Time for a pass through the model, on a machine that was measured",
};

export const names = {
  ownParameters: "weights that a token meets",
  ownBytesPerWeight: "bytes read for each",
  ownFlops: "arithmetic rate, measured",
  ownBandwidth: "bandwidth, measured",
  ownOverhead: "overhead, measured",
  ownComputeSeconds: "compute time",
  ownMemorySeconds: "memory time",
  ownSeconds: "time for a pass",
};

export const reasons = {
  ownLatency: {
    clocks:
      "Reading and multiplying go on side by side, so the slower of the two decides. What is neither, the overhead $t_0$, comes on top.",
    compute:
      "Each of $T$ tokens that go through together wants two operations of each of the $P$ weights, and the machine does $F$ in a second.",
    memory:
      "The weights come by once, however many tokens there are: $P$ times $b$ bytes, at $W$ in a second.",
  },
};
