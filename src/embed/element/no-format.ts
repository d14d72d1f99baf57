/**
 * Stands for d3-format, by which scales would write their ticks. Every axis here writes its own, as
 * numbers.ts has them.
 */
export function format(): never {
  throw new Error("An axis without tickFormat; it should write its ticks with numbers.ts.");
}

export {
  format as formatPrefix,
  format as formatSpecifier,
  format as precisionFixed,
  format as precisionPrefix,
  format as precisionRound,
};
