// Prints the text that the demo model has never seen.

import {printModelFile} from "./print.js";

printModelFile(".txt");
