/**
 * The public face of the laws, and of the package made of them (packages/laws). All numbers are in
 * SI units: bytes, seconds, FLOP/s, bytes/s.
 */

// A model and a machine, and the full law for both.
export type {
  Architecture,
  Biases,
  Experts,
  LatentAttention,
  Norms,
} from "./arithmetic/architecture.js";
export {estimate, type Estimate, type EstimateInputs, type Phase} from "./arithmetic/estimate.js";
export type {Forecast} from "./arithmetic/forecast.js";
export type {ArithmeticPrecision, Format} from "./arithmetic/format.js";
export {computeRate, formatRate, type Hardware, type MachineClass} from "./arithmetic/hardware.js";
export {keptElements, kvBytesPerToken, kvCacheBytes} from "./arithmetic/kv-cache.js";
export {
  parameterCount,
  parameterEstimate,
  tensorGroups,
  type ParameterCount,
  type TensorGroup,
} from "./arithmetic/parameters.js";
export {formatNamed, formats, weightBytes} from "./arithmetic/precision.js";
export {decodeWork, prefillWork, type Operation, type Work} from "./arithmetic/work.js";

// The laws that can be written on a blackboard.
export * from "./arithmetic/article-laws.js";
export * from "./arithmetic/conversation.js";
export * from "./arithmetic/file-size.js";
export * from "./arithmetic/llama-parameters.js";
export * from "./arithmetic/overflow.js";
export * from "./arithmetic/own-law.js";
export * from "./arithmetic/parallelism.js";
export * from "./arithmetic/perplexity.js";
export * from "./arithmetic/prompt-laws.js";
export * from "./arithmetic/simple-law.js";

// The same laws as formulas: TeX, symbols with units, and programs in other languages.
export {programOf, type Input, type Program, type Quantity} from "./formula/code/program.js";
export {pythonOf} from "./formula/code/python.js";
export {spreadsheetOf, type SheetWords} from "./formula/code/spreadsheet.js";
export {typescriptOf} from "./formula/code/typescript.js";
export {expressionOf, type Expression, type Term} from "./formula/expression.js";
export type {Formula, Law, Part, Values} from "./formula/formula.js";
export {formulas, type FormulaId} from "./formula/formulas.js";
export {
  symbolNamed,
  type SymbolDefinition,
  type SymbolId,
  type SymbolKind,
  type SymbolOrigin,
  type Unit,
} from "./formula/symbols.js";

// Models from where they lie: a config.json of Hugging Face, or the header of a GGUF file.
export {architectureFromConfig} from "./catalog/architecture-from-config.js";
export {architectureFromGguf} from "./catalog/gguf/architecture-from-gguf.js";
export {blobSource, urlSource, type ByteSource} from "./catalog/gguf/byte-source.js";
export {GgufError, type GgufProblem} from "./catalog/gguf/error.js";
export {
  isArray,
  type GgufArray,
  type GgufHeader,
  type GgufTensor,
  type GgufValue,
} from "./catalog/gguf/header.js";
export {readGgufHeader, type ReadOptions} from "./catalog/gguf/read-header.js";
export {promisedBytes, tensorSummary, type TensorSummary} from "./catalog/gguf/tensor-summary.js";
