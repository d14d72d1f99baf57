import type {Verdict} from "../../../lib/catalog/catalog.js";
import type {Entry} from "../../../lib/scenario/claims/topics.js";

const verdicts: Record<Verdict, string> = {
  right: "right",
  "with exceptions": "right, with exceptions",
  "factor of two": "a factor of two",
  units: "another unit",
  "other figure": "another figure",
  "not reproducible": "not reproduced",
};

/** What the claim says, in our own words. The number is as it is printed. */
const says: Record<Entry, (printed: string) => string> = {
  "memory-table": () => "Four models in four precisions take so much memory (sixteen cells).",
  "fits-24-gb": (size) => `In four bits, all models but the largest fit into ${size}.`,
  "fits-80-gb": (size) => `In four bits, all four models fit into the ${size} of an A100.`,
  "weights-33b-int4": (size) => `The parameters of LLaMA-33B take ${size}.`,
  "parameters-7b": () => "A formula for GPT-style models counts the parameters.",
  "operations-per-weight": (count) => `A token takes ${count}.`,
  "memory-decides": () => "Memory bandwidth is almost always the constraint.",
  "orders-of-magnitude": (powers) => `Bandwidth is about ${powers} smaller than compute.`,
  "critical-batch-a100": (readers) => `With fewer than ${readers} an A100 waits for memory.`,
  "same-equation": () => "With one reader, the two times are the same equation.",
  "linear-precision": () => "Fewer bits make the model faster in proportion.",
  "latency-table": () => "A token takes an A100 so many milliseconds (sixteen cells).",
  "speed-a100-7b-int4": (speed) => `An A100 writes ${speed} with the smallest model.`,
  "speed-a100-65b-int4": (speed) => `It writes roughly ${speed} with the largest.`,
  "speed-m1-7b-int4": (speed) => `The ceiling of an M1 is ${speed} with the smallest model.`,
  "speed-m1-65b-int4": (speed) => `It is about ${speed} with the largest.`,
  "speed-m2-max-65b-int4": (speed) => `An M2 Max goes up to ${speed} with the largest.`,
  "speed-pi-7b-int4": (speed) =>
    `Were it for memory alone, a Raspberry Pi 4 would write about ${speed}.`,
  "speed-pi-compute": (speed) => `It writes ${speed}, so it waits for its processor.`,
  "flops-pi": (rate) => `A Raspberry Pi 4 calculates at ${rate}.`,
  "bandwidth-pi": (rate) => `The memory of a Raspberry Pi 4 delivers about ${rate}.`,
  "kv-cache-total": () => "One product gives the size of the whole KV cache.",
  "kv-cache": (size) => `The KV cache takes ${size}.`,
  "bandwidth-a100": (rate) => `The memory of an A100 delivers ${rate}.`,
  "bandwidth-4090": (rate) => `The memory of an RTX 4090 delivers ${rate}.`,
  "bandwidth-m1": (rate) => `The memory of an M1 delivers ${rate}.`,
  "bandwidth-m2-pro": (rate) => `The memory of an M2 Pro delivers ${rate}.`,
  "bandwidth-m2-max": (rate) => `The memory of an M2 Max delivers ${rate}.`,
  "on-chip-a100": (size) => `On the chip of an A100 there is room for ${size}.`,
  "flops-a100": (rate) => `An A100 calculates at ${rate} in FP16.`,
  "flops-a100-int4": (rate) => `It calculates at ${rate} in INT4.`,
  "flops-4090": (rate) => `An RTX 4090 calculates at ${rate} in FP16.`,
  "flops-m1": (rate) => `An M1 calculates at up to ${rate} in FP16.`,
  "karpathy-compute": (times) =>
    `Andrej Karpathy: an A100 has about ${times} the compute of a MacBook with M2.`,
  "karpathy-bandwidth": (times) => `Andrej Karpathy: it has only ${times} the memory bandwidth.`,
  "kipply-ridge": (ratio) => `kipply: the ridge of an A100 with 40 GB is at ${ratio}.`,
  "kipply-weights": (size) => `kipply: 52 billion weights of two bytes take ${size}.`,
};

/** Numbers that the reasons name, already written: computed, as all others are. */
export interface ClaimFacts {
  /** A 4-bit file of llama.cpp: bits a weight, and the sizes of four models. */
  fileBits: string;
  fileOf7b: string;
  fileOf33b: string;
  fileOf65b: string;
  /** Operations a byte that an A100 does, and what its bend is by other laws. */
  ridge: string;
  publishedBatch: string;
  quarterBatch: string;
  m1Room: string;
  largestBytes: string;
  m2MaxMeasured: string;
  m2MaxPublished: string;
  piSeconds: string;
  piUpsideDown: string;
  piCorrected: string;
  piCompute: string;
  piTimes: string;
  context: string;
  nearestBytes: string;
  nearestTokens: string;
  fullRidge: string;
  matrixTimes: string;
  likeForLike: string;
  bandwidthTimes: string;
}

/** Why the verdict is what it is: sentences that every reader can check. */
const reasons: Record<Entry, (facts: ClaimFacts) => string> = {
  "memory-table": ({fileBits}) =>
    `Parameters times bytes, in all sixteen cells. A real 4-bit file is somewhat larger, because its blocks carry scales: ${fileBits} bits a weight in llama.cpp’s Q4_0.`,
  "fits-24-gb": ({fileOf33b, fileOf65b}) =>
    `It holds for each of the four, and still does for real files: in Q4_0 LLaMA-33B takes ${fileOf33b} and LLaMA-65B ${fileOf65b}.`,
  "fits-80-gb": ({fileOf65b}) =>
    `With room for a conversation. The largest takes ${fileOf65b} with the scales of a real file.`,
  "weights-33b-int4": () =>
    "Right for exactly four bits a weight. It is the second largest of the four models; the article does not say so.",
  "parameters-7b": () =>
    "LLaMA is not quite of that style. Its feed-forward block has three matrices instead of two, and its output has a table of its own. The article calls the formula a sanity check and prints no number from it.",
  "operations-per-weight": () =>
    "One multiplication and one addition. Everything else stands on this.",
  "memory-decides": () =>
    "Counted for one reader, seven billion weights in four bits, and each machine’s rate in 16 bits. The author writes that he knows no counterexample. There are three kinds: reading a prompt, serving many readers at once, and small processors such as the one in his own last example.",
  "orders-of-magnitude": ({ridge}) =>
    `Bytes and operations cannot be compared, so neither is the smaller one. Their quotient means something: ${ridge} operations for each byte. Its power of ten is what is printed, and the argument needs no more.`,
  "critical-batch-a100": ({publishedBatch, quarterBatch}) =>
    `The number is right, and the printed law does not give it: with the factor of two the times would meet at ${publishedBatch}. It holds where weights are stored and calculated in 16 bits. llama.cpp stores four and calculates in 16, and then the times meet at ${quarterBatch}.`,
  "same-equation": () =>
    "Both begin with 2P. In one of them these are operations, in the other bytes, and the numbers agree only at 16 bits. Perhaps that is how the 2 came to stay in the memory’s time.",
  "linear-precision": () =>
    "Counted is the speed for one reader, with 16 bits and with 8, calculated in 16 both times. It doubles where the memory decides. The author gives another reason: that the arithmetic is twice as fast with half the bits. That needs units for narrow numbers, which NVIDIA’s cards have and Apple’s chips have not, and llama.cpp calculates in 16 bits, whatever is stored. The reason has exceptions, the result hardly any.",
  "latency-table": () =>
    "The printed law gives all sixteen, to the second decimal. But it counts the bytes of each weight twice, so each of them is twice too long.",
  "speed-a100-7b-int4": () =>
    "Without the factor of two the ceiling is twice as high. What people measured stays below both, because with so small a model an A100 waits about as long for its programs to start as for its memory.",
  "speed-a100-65b-int4": () =>
    "The same factor. What somebody measured, with a program of 2023, is a half of what is printed and a quarter of what the memory allows.",
  "speed-m1-7b-int4": () => "A ceiling can be broken, and this one was. The corrected one holds.",
  "speed-m1-65b-int4": ({largestBytes, m1Room}) =>
    `The same factor. Nobody has measured it: ${largestBytes} of weights do not fit into ${m1Room}.`,
  "speed-m2-max-65b-int4": ({m2MaxMeasured, m2MaxPublished}) =>
    `The same factor, so the laptop is better than the article hoped. With a model of seven billion weights somebody measured ${m2MaxMeasured} tokens a second on it, where the printed law allows ${m2MaxPublished}.`,
  "speed-pi-7b-int4": ({piSeconds, piUpsideDown, piCorrected}) =>
    `The printed law gives ${piSeconds} for a token. It was read as two tokens for a second. Upside down it is ${piUpsideDown}, and without the factor of two ${piCorrected}: two slips, one of which nearly makes up for the other.`,
  "speed-pi-compute": ({piCompute, piTimes, fileOf7b}) =>
    `He calls it a stab in the dark, and he does not aim badly: with his figures the operations do take longer than the bytes, if only a little. But they allow ${piCompute} tokens a second, ${piTimes} times what was seen. More likely a file of ${fileOf7b} did not fit into the memory that was free on a board of 4 GB, and came from the storage card anew for each token. That is an inference. Nobody has measured it.`,
  "flops-pi": () =>
    "The cited page ran Linpack, which calculates in 64 bits. In 32 bits four cores with eight operations a cycle could do 48 at 1.5 GHz; we derived that and nobody measured it. The processor has no units for narrower numbers, so weights of four bits are widened before they are multiplied.",
  "bandwidth-pi": () =>
    "Both figures were measured, on boards of the same kind: one by people in a forum, one with a benchmark called STREAM. Neither is wrong, but a ceiling wants the larger one.",
  "kv-cache-total": ({context}) =>
    `Layers, bytes, two and the width of the model: that is what one token leaves behind. A conversation of ${context} tokens leaves so many times as much. The text on which the article builds says “per token”.`,
  "kv-cache": ({nearestBytes, nearestTokens}) =>
    `No model of the article has it at a usual length and precision. The nearest is LLaMA-65B in 16 bits with ${nearestTokens} tokens, the length with which llama.cpp began: ${nearestBytes}. Round what a token leaves to 2.6 MB first, and it is the printed number; perhaps it came about like that. The size of the weights beside it belongs to another model.`,
  "bandwidth-a100": () => "As on the data sheet of the PCIe card.",
  "bandwidth-4090": () => "As in NVIDIA’s paper on the chip.",
  "bandwidth-m1": () => "As in the page that it cites.",
  "bandwidth-m2-pro": () => "As Apple states it.",
  "bandwidth-m2-max": () => "As Apple states it.",
  "on-chip-a100": () => "Its second-level cache. A model is hundreds of times larger.",
  "flops-a100": () => "As on the data sheet, for dense matrices.",
  "flops-a100-int4": () => "As on the data sheet. llama.cpp does not use these units.",
  "flops-4090": ({matrixTimes}) =>
    `What is printed is done without the matrix units, which do ${matrixTimes} times as much. For one reader it makes no difference: the card waits for its memory either way.`,
  "flops-m1": () =>
    "The page that it cites is about a larger chip of the family, the M1 Max. The ceilings do not suffer from it: they come from the bandwidth.",
  "karpathy-compute": ({likeForLike}) =>
    `He recommended the article with these two quotients. This one divides integers in four bits by a rate of the M2 that we could not find. Like for like, in FP16, it is ${likeForLike}.`,
  "karpathy-bandwidth": ({bandwidthTimes}) =>
    `This is the one that counts for one reader: ${bandwidthTimes}, whatever the other may be.`,
  "kipply-ridge": ({fullRidge}) =>
    `In the text the quotient stands upside down, and its value the right way round. The bandwidth is rounded there; with the digits of the data sheet it is ${fullRidge}.`,
  "kipply-weights": () =>
    "Printed as 104e12 bytes, where 104e9 are meant: tera for giga. What follows in the text is calculated with the right number.",
};

const units: Readonly<Record<string, string>> = {
  "tokens/s": "tokens a second",
  "s/token": "seconds a token",
  readers: "readers",
  parameters: "parameters",
  machines: "machines",
  precisions: "precisions",
  models: "models",
  "powers of ten": "powers of ten",
  "FLOP/byte, powers of ten": "powers of ten, in operations a byte",
  "FLOP/byte": "operations a byte",
  "FLOP/weight": "operations for each weight",
  times: "times",
  bytes: "bytes",
  "bytes/token": "bytes a token",
};

/** Words of the list of claims. */
export const claims = {
  verdicts,
  says,
  reasons,
  /** A unit that is no symbol; GB/s and its like stay as they are. */
  unit: (unit: string, isOne = false) =>
    isOne && unit === "tokens/s" ? "token a second" : (units[unit] ?? unit),
  printed: "printed",
  own: "by its own law",
  right: "corrected",
  computed: "computed",
  figure: "right figure",
  measured: "measured",
  cases: "holds for",
  casesOf: (holds: string, of: string, what: string) => `${holds} of ${of} ${what}`,
  printedTo: (least: string, most: string) => `${least} to ${most}`,
  unverified: "◇ known second-hand",
  statedIn: "Stated in",
};
