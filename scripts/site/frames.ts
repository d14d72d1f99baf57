import {mkdirSync, utimesSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {frames} from "../../src/components/embed/frames.js";
import {framePage} from "../../src/components/embed/page.js";
import {cachePathOf} from "./cache.js";
import {context} from "./context.js";
import {fixedTime} from "./loaders.js";

/**
 * Prints the pages of all frames at once and puts them where Framework looks for what their loader
 * printed: a process for each of them would take longer than the rest of the build.
 */
export function printFrames(): void {
  for (const frame of frames) {
    const target = cachePathOf(`/embed/${frame.name}.md`);
    mkdirSync(dirname(target), {recursive: true});
    writeFileSync(target, framePage(frame, context));
    utimesSync(target, fixedTime, fixedTime);
  }
}
