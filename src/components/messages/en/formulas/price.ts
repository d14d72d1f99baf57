/** Words of the formulas and derivations of the chapter on the price of precision. */
export const titles = {perplexity: "Perplexity of a text"};

export const names = {
  surpriseEach: "surprise at each",
  meanOdds: "mean odds of a token",
  surpriseBits: "surprise at all of them",
  countedTokens: "tokens that are counted",
  demoPerplexity: "perplexity",
};

export const reasons = {
  perplexity: {
    mean: "The bits of all tokens, divided among them.",
    odds: "Back to odds: as many halvings as there are bits. Had every token had these odds, the whole text would be exactly as likely as it is.",
    words:
      "Odds of one in twenty-five are those of a fair choice among twenty-five. So turn them over, and they count words.",
    putOdds: "Put in the odds. One over a number of halvings is as many doublings.",
    putMean: "Put in the mean. One bit more for each token doubles the perplexity.",
  },
};
