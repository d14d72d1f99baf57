import {existsSync, openAsBlob, readdirSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {parameterCount} from "../../../../src/lib/arithmetic/parameters.js";
import {architectureFromGguf} from "../../../../src/lib/catalog/gguf/architecture-from-gguf.js";
import {blobSource} from "../../../../src/lib/catalog/gguf/byte-source.js";
import {readGgufHeader} from "../../../../src/lib/catalog/gguf/read-header.js";
import {promisedBytes, tensorSummary} from "../../../../src/lib/catalog/gguf/tensor-summary.js";

const folder = "data/model";
const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => name.endsWith(".gguf"))
  : [];

describe.skipIf(files.length === 0)("the demo model", () => {
  it.each(files)(
    "%s: its tensors are what its shape says, and end where the file ends",
    async (name) => {
      const blob = await openAsBlob(`${folder}/${name}`);
      const header = await readGgufHeader(blobSource(blob));
      const architecture = architectureFromGguf(header);
      expect(architecture.warnings).toBeUndefined();
      expect(parameterCount(architecture).total).toBe(tensorSummary(header).weights);
      expect(promisedBytes(header)).toBe(blob.size);
    },
  );
});
