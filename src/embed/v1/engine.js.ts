// Prints the engine as one self-contained module, which pages of any site may import:
//
//   import {loadModel} from "https://…/embed/v1/engine.js";
//
// The worker's script and the kernels stand inside. Addresses with v1 are kept: what they offer may
// grow, and is never taken back.

import {engineModule} from "../../../scripts/site/engine.js";

process.stdout.write(await engineModule());
