/** Words of the worksheet that the browser needs. */
export const worksheet = {
  answer: "Your answer",
  check: "Check",
  choose: "Your choice",
  explain: "How do you know?",
  compare: "Check, and show the model answer",
  commit: "This is my guess",
  guess: "Your guess",
  options: {
    clock: {memory: "the bytes: it waits for memory", arithmetic: "the operations: it calculates"},
    faster: {first: "the first machine", second: "the second machine"},
    grows: {model: "the model", conversation: "the conversation"},
  },
  /** What a unit is called behind a number. */
  units: {
    operations: "operations for each byte",
    milliseconds: "milliseconds",
    seconds: "seconds",
    years: "years",
    times: "times",
    weights: "weights",
    ofHundred: "of a hundred weights",
    bytes: "bytes",
    gigabytes: "GB",
    tokens: "tokens",
    readers: "readers",
    tokensPerSecond: "tokens per second",
    bits: "bits",
  },
  empty: "Write a number first, with its unit if you like.",
  notANumber: (text: string) =>
    `“${text}” is not a number with a unit. Write one such as 25, 1,000 or 13.5 GB.`,
  chooseFirst: "Choose one of the two first.",
  explainFirst: "Say in a sentence how you know. It is compared by you, not by the page.",
  right: "Right, within five percent.",
  unit: (given: string, right: string) =>
    `The number is right, the unit is not: in ${right} it would be, and you gave it in ${given}.`,
  foreign: (given: string, asked: string) =>
    `${given} measures something else. The question asks for ${asked}.`,
  inverse:
    "That is the time of a token, in seconds. The question asks for tokens in a second: one divided by it.",
  slips: {
    2: (isMore: boolean) =>
      isMore
        ? "Twice as much as the law says. Has a two been counted that should not be, or a byte taken for two?"
        : "Half of what the law says. Each weight is used for two operations, and sixteen bits are two bytes.",
    8: (isMore: boolean) =>
      isMore
        ? "Eight times as much as the law says. Are these bits where bytes are asked for?"
        : "An eighth of what the law says. Are these bytes where bits are asked for?",
    1000: (isMore: boolean) =>
      isMore
        ? "A thousand times as much as the law says. Look at the prefixes: kilo, mega, giga."
        : "A thousandth of what the law says. Look at the prefixes: kilo, mega, giga.",
    1024: (isMore: boolean) =>
      isMore
        ? "1,024 times as much as the law says: a binary prefix too many."
        : "One part in 1,024 of what the law says: a binary prefix too few.",
  },
  wrong: (isMore: boolean) =>
    isMore ? "That is too much. A hint may help." : "That is too little. A hint may help.",
  choseRight: "That is what the laws say, too. Compare your reason with the model answer.",
  choseWrong: "The laws say the other. Compare your reason with the model answer.",
  goals: {
    bend: {
      reached: "Reached: the two clocks agree within a tenth.",
      tooLittle: "Not yet: the machine still waits for memory.",
      tooMuch: "Too many: the machine is behind with its arithmetic.",
    },
    fill: {
      reached: "Reached: the memory is nearly full, and nothing overflows.",
      tooLittle: "Not yet: there is memory left.",
      tooMuch: "Too much: it does not fit.",
    },
  },
  predicted: ({guess, answer, isNear}: {guess: string; answer: string; isNear: boolean}) =>
    isNear
      ? `You said ${guess}. The law says ${answer}: that was a good guess.`
      : `You said ${guess}. The law says ${answer}.`,
  locked: (guess: string) => `You said ${guess}. The answer comes from your teacher.`,
  closed: "The teacher has closed the hints and the solution.",
  keyAnswer: (answer: string) => `Answer: ${answer}`,
  reachedBy: (batch: string) => `${batch} readers, within a tenth`,
  seedOf: (seed: string) => `Sheet ${seed}`,
  badSeed: "A seed is a number or a word of at most 40 characters. Here is sheet 1.",
  badSeeds: (text: string) =>
    `“${text}” is no range of seeds. Write one such as 1-30, with at most 40 sheets.`,
  leftOut: (found: string) =>
    `The address asks for the exercises ${found}, which are none of this sheet, so they are left aside.`,
  tally: (right: string, answered: string, all: string) =>
    `${right} right of ${answered} answered; ${all} exercises.`,
  notKept: "This browser keeps nothing, so your answers are gone when you leave the page.",
  forgotten: "The answers kept here are deleted.",
  file: {
    title: (seed: string) => `Worksheet, sheet ${seed}`,
    line: (number: string, answer: string, verdict: string) => `${number}. ${answer} (${verdict})`,
    right: "right",
    notRight: "not right",
    open: "not checked",
    blank: "no answer",
  },
  keyTable: (seeds: string) => `Keys of the sheets ${seeds}`,
  sheetColumn: "Sheet",
};
