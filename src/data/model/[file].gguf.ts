// Prints the demo model at one precision.

import {printModelFile} from "./print.js";

printModelFile(".gguf");
