// What the compiled module exports. Each file is one idea; pointers are byte offsets into the one
// memory, sizes are counted in numbers unless a name says bytes.

export {interleave, quantizeBytes, quantizeWide} from "./activations";
export {attend} from "./attention";
export {barrier} from "./barrier";
export {remember} from "./cache";
export {dequantize} from "./dequantize";
export {relaxedDot} from "./dot";
export {matrixF32, vectorF32} from "./floats";
export {
  matrixQ4InLanes16, matrixQ4InLanes32, matrixQ4Wide, matrixQ8InLanes32, matrixQ8Wide,
} from "./matrix";
export {addBias, rmsNorm} from "./norm";
export {copy, pack, unpackF32, unpackQ4, unpackQ8} from "./pack";
export {read} from "./read";
export {rope} from "./rope";
export {swiglu} from "./swiglu";
export {
  vectorQ4InLanes16, vectorQ4InLanes32, vectorQ4Wide, vectorQ8InLanes32, vectorQ8Wide,
} from "./vector";
