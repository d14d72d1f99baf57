// Prints the laboratory as one module, which stands beside the engine:
//
//   import {measureDevice} from "https://…/embed/v1/laboratory.js";
//
// The worker's script and the kernels stand inside; the models run in engine.js.

import {laboratoryModule} from "../../../scripts/site/laboratory.js";

process.stdout.write(await laboratoryModule());
