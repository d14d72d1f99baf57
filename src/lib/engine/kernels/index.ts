// What the compiled module exports. Each file is one idea; pointers are byte offsets into the one
// memory, sizes are counted in numbers unless a name says bytes.

export {dequantize} from "./dequantize";
export {swiglu} from "./swiglu";
