/** A piece of a story, and how surprised the whole model is at it, in bits: −log₂ of its odds. */
export interface Told {
  piece: string;
  surprise: number;
}

/** A story in two lines: its pieces, and a surprise for each in tenths of bits. */
export interface RecordedStory {
  pieces: string; // joined by "|"
  surprises: string; // joined by " "
}

/** What all stories begin with. */
export const storyPrompt = "Once upon a time there was a king who";

/** How many tokens each goes on. */
export const storyTokens = 80;

/** How the words of a story are drawn: a little tamer than the model's own odds. */
export const storyDice = {temperature: 0.7, topP: 0.9} as const;

/** A recorded story, piece by piece. */
export function toldIn({pieces, surprises}: RecordedStory): Told[] {
  const tenths = surprises.split(" ");
  return pieces.split("|").map((piece, i) => ({piece, surprise: Number(tenths[i]) / 10}));
}

/** Whether a word was rarer than one in so many. */
export const isRare = ({surprise}: Told, oneIn: number): boolean => surprise > Math.log2(oneIn);
