// Prints every fact of data/*.csv as the one file that pages fetch.

import {readCatalog} from "./read-catalog.js";

process.stdout.write(JSON.stringify(readCatalog()));
