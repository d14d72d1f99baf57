// Prints the page of one frame as Markdown: /embed/roofline.html is made by --frame=roofline.

import {parseArgs} from "node:util";
import {frameAt} from "../components/embed/frames.js";
import {framePage} from "../components/embed/page.js";
import {context} from "../../scripts/site/context.js";

const {values} = parseArgs({options: {frame: {type: "string", default: ""}}});
const frame = frameAt(`/embed/${values.frame}`);
if (frame === undefined)
  throw new Error(`--frame is "${values.frame}", and no frame is called so.`);
process.stdout.write(framePage(frame, context));
