/** Words of the formulas on machines and on models that do not fit. */
export const titles = {
  offloadTime: "Time for a token in two places",
  offloadSpeed: "Speed in two places",
  latencyWithStorage: "Time for a token, with a third clock",
};

export const names = {
  gpuBytes: "bytes on the card",
  cpuBytes: "bytes beside the processor",
  gpuBandwidth: "bandwidth of the card",
  cpuBandwidth: "bandwidth of the processor",
  gpuShare: "share on the card",
  gpuSpeed: "the card alone",
  cpuSpeed: "the processor alone",
  freeBytes: "memory at most",
  storageBandwidth: "bandwidth of the storage",
  offloadSeconds: "time for a token",
  offloadSpeed: "speed",
  spilledSeconds: "time for a token",
  overhangSeconds: "storage time",
};

export const parts = {overhangSeconds: "storage"};

export const reasons = {
  offload: {
    sum: "A token goes through the layers one after the other, first those on the card, then those beside the processor. Nothing overlaps, so the times add up.",
    shares:
      "Let the card hold a share $a$ of all bytes $M$, and the processor the rest. Layers are equally large, so it is the share of the layers too.",
    speeds:
      "Alone and with the whole model, the card would write $v_{\\mathrm{gpu}} = \\frac{W_{\\mathrm{gpu}}}{M}$ tokens in a second, and the processor $v_{\\mathrm{cpu}} = \\frac{W_{\\mathrm{cpu}}}{M}$.",
    speed: "Speed is tokens over seconds.",
    mean: "What comes out is a mean of the two speeds, but the one that belongs to times: the harmonic mean. The slow side is in it with its long time, so a small rest of the model weighs much.",
  },
};
