/** Words of the model that becomes twice as wide and half as deep. */
export const doubleHalve = {
  title: (ratio: string) => `Twice as wide and half as deep is ${ratio} times as large.`,
  summary: (before: string, after: string) =>
    `One square is d wide and d high and stands for a layer. Half as many of them, but four times the area each: ${before} weights become ${after}.`,
  shape: (layers: string, hiddenSize: string) => `L = ${layers}, d = ${hiddenSize}`,
  weights: (amount: string) => `${amount} weights`,
  guess: "your guess",
  columns: ["layers", "hidden size", "weights"],
};
