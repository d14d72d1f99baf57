// Framework's preview: pages rebuild themselves while they are edited. Arguments are passed on.

import {prepareCache} from "./site/cache.js";
import {previewSite} from "./site/framework.js";

prepareCache();
process.exitCode = await previewSite(process.argv.slice(2));
