/** Words of the formulas of the chapter on graphics processors. */
export const gpuTitles = {busyShare: "Share of the time in which a machine calculates"};

export const gpuNames = {busyShare: "share of the time spent calculating"};

export const gpuReasons = {
  busyShare: {
    share:
      "Of the time that a token takes, so much is spent on calculating. The token takes as long as the slower of the two.",
    smaller:
      "Divide above and below by the larger time. If that is the calculating, the share is 1. If not, it is the quotient of the two times.",
    putIn:
      "Calculating takes as long as $f_{\\mathrm{token}}$ operations at $F$ in a second. Reading takes as long as $M$ bytes at $W$ in a second.",
    regroup:
      "Change the order: what belongs to the model on the left, what belongs to the machine on the right.",
    quotients:
      "On the left are the operations for each byte that is read, $I$. On the right, upside down, are the operations that the machine could do while a byte arrives, $I_{\\mathrm{ridge}}$.",
  },
};
