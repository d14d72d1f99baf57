/** The public face of the laws. */
export type {Architecture} from "./arithmetic/architecture.js";
export {estimate, type Estimate, type EstimateInputs, type Phase} from "./arithmetic/estimate.js";
export type {Format} from "./arithmetic/format.js";
export {computeRate, type Hardware, type MachineClass} from "./arithmetic/hardware.js";
export {kvBytesPerToken, kvCacheBytes} from "./arithmetic/kv-cache.js";
export {parameterCount, parameterEstimate, tensorGroups} from "./arithmetic/parameters.js";
export {formatNamed, formats, weightBytes} from "./arithmetic/precision.js";
export * from "./arithmetic/simple-law.js";
export {decodeWork, prefillWork, type Operation, type Work} from "./arithmetic/work.js";
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
