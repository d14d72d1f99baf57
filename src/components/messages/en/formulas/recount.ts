/** Words of the recount's formulas. */
export const titles = {
  bytesOfWeights: "Bytes of the weights",
  memorySpeed: "Tokens per second that the memory allows",
  criticalBatchAsPublished: "Readers at which the two times are equal, as published",
};

export const names = {
  memorySpeed: "speed",
  publishedBatch: "critical batch as published",
};

export const reasons = {
  memorySpeed: {
    seconds:
      "Seconds for one token: $P$ weights of $b$ bytes, at $W$ bytes in a second. Bytes over bytes per second are seconds, and seconds are what comes out.",
    upsideDown:
      "Tokens for one second. The number is turned upside down, and its unit with it. Only near one does it look as if nothing had happened.",
    speed: "Put in the time. Bytes per second over bytes for a token are tokens per second.",
  },
};
