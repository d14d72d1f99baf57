import {describe, expect, it} from "vitest";
import {halfValue} from "../../../src/lib/arithmetic/half.js";
import {parameterCount} from "../../../src/lib/arithmetic/parameters.js";
import {weightBytes} from "../../../src/lib/arithmetic/precision.js";
import {architectureFromGguf} from "../../../src/lib/catalog/gguf/architecture-from-gguf.js";
import {blobSource} from "../../../src/lib/catalog/gguf/byte-source.js";
import {readGgufHeader} from "../../../src/lib/catalog/gguf/read-header.js";
import {measuredFormats} from "../../../src/lib/device/report.js";
import {syntheticArchitectures} from "../../../src/lib/device/synthetic-architectures.js";
import {syntheticModel} from "../../../src/lib/device/synthetic.js";

describe("a model of random weights", () => {
  it.each(measuredFormats)("is a whole GGUF file in %s", async (format) => {
    const file = syntheticModel("15M", format);
    const header = await readGgufHeader(blobSource(file));
    const architecture = architectureFromGguf(header);
    expect(architecture).toEqual({
      ...syntheticArchitectures["15M"],
      name: `random 15M ${format}`,
      family: "llama",
    });
    const last = header.tensors.at(-1)!;
    expect(header.dataOffset + last.offset + last.bytes).toBe(file.size);
    const bytes = header.tensors.reduce((sum, tensor) => sum + tensor.bytes, 0);
    expect(bytes).toBe(weightBytes(syntheticArchitectures["15M"], format));
  });

  it("has as many weights as its name tells", () => {
    const counted = (size: "15M" | "110M") =>
      Math.round(parameterCount(syntheticArchitectures[size]).total / 1e6);
    expect([counted("15M"), counted("110M")]).toEqual([15, 110]);
  });

  it("has weights whose size leaves what goes through a matrix as large as it was", async () => {
    for (const format of measuredFormats) {
      const file = syntheticModel("15M", format);
      const {tensors, dataOffset} = await readGgufHeader(blobSource(file));
      const {offset} = tensors.find(({name}) => name === "blk.3.ffn_down.weight")!;
      const bytes = await file.slice(dataOffset + offset, dataOffset + offset + 340).arrayBuffer();
      const view = new DataView(bytes);
      const most = 1.5 / Math.sqrt(288);
      if (format === "F32") {
        expect(Math.abs(view.getFloat32(4, true))).toBeLessThan(most);
      } else {
        const scale = halfValue(view.getUint16(0, true));
        expect(scale * (format === "Q8_0" ? 128 : 8)).toBeCloseTo(most, 3);
      }
    }
  });

  it("takes no more memory for more weights", async () => {
    const file = syntheticModel("110M", "F32");
    expect(file.size).toBeGreaterThan(430e6);
    const before = process.memoryUsage();
    await file.slice(400e6, 400e6 + 1000).arrayBuffer();
    const after = process.memoryUsage();
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(50e6);
  });
});
