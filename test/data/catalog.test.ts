import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {readCatalog} from "../../src/data/read-catalog.js";
import {blockFormats} from "../../src/lib/arithmetic/block-formats.js";
import {fileMixes} from "../../src/lib/arithmetic/file-mixes.js";
import {computeRate} from "../../src/lib/arithmetic/hardware.js";
import {parameterCount} from "../../src/lib/arithmetic/parameters.js";
import {weightBytes} from "../../src/lib/arithmetic/precision.js";
import {
  criticalBatch,
  memorySeconds,
  memorySecondsAsPublished,
} from "../../src/lib/arithmetic/simple-law.js";
import {findMachine, findModel} from "../../src/lib/catalog/find.js";

const catalog = readCatalog();
const {models, machines, measurements, formats, claims} = catalog;

describe("data/", () => {
  it("is valid in every row, and small enough for a page to fetch", () => {
    const size = gzipSync(JSON.stringify(catalog)).length;
    expect(size).toBeLessThan(60_000);
    expect(models.length).toBeGreaterThan(45);
    expect(machines.length).toBeGreaterThan(100);
    expect(measurements.length).toBeGreaterThan(700);
  });
});

describe("data/models.csv", () => {
  const published = models.filter(({publishedParameters}) => publishedParameters !== undefined);
  const unequal = published.filter(
    ({architecture, publishedParameters}) =>
      parameterCount(architecture).total !== publishedParameters,
  );

  it("gives every published total to the last parameter, but for the known traps", () => {
    expect(published.length).toBeGreaterThan(35);
    expect(unequal.map(({name}) => name)).toEqual([
      "Llama-2-7B",
      "Llama-2-13B",
      "Llama-2-70B",
      "Qwen3-0.6B",
      "Gemma-3-4B text",
      "Gemma-3-12B text",
      "Gemma-3-27B text",
    ]);
  });

  it("explains each trap by the number of parameters that it names", () => {
    for (const {name, architecture, publishedParameters, publishedNote} of unequal) {
      const {numLayers, vocabSize, hiddenSize} = architecture;
      const extra = {
        llama: numLayers * 64,
        qwen3: vocabSize * hiddenSize,
        gemma3_text: 416_866_032 + hiddenSize * 1152 + 1152,
      }[architecture.family];
      expect(publishedParameters! - parameterCount(architecture).total, name).toBe(extra);
      expect(publishedNote, name).toBeTruthy();
    }
  });
});

describe("data/hardware.csv", () => {
  it("has a rate for every precision, so that no choice of a reader fails", () => {
    for (const {hardware} of machines) {
      for (const precision of ["fp32", "fp16", "bf16", "fp8", "int8", "int4"] as const) {
        expect(computeRate(hardware, precision).flopRate, hardware.name).toBeGreaterThan(0);
      }
    }
  });

  it("has no rate that falls where the numbers get narrower: peaks are dense, and all of one kind", () => {
    for (const {hardware} of machines) {
      const {fp32, fp16, bf16, fp8, int8, int4} = hardware.flops;
      const rates = [fp32, fp16 ?? bf16, fp8 ?? int8, int4].filter((rate) => rate !== undefined);
      expect(rates, hardware.name).toEqual([...rates].sort((a, b) => a - b));
    }
  });

  it("knows the inputs of the article", () => {
    expect(findMachine(catalog, "A100 80GB").hardware).toMatchObject({
      bandwidth: 1.935e12,
      flops: {fp16: 312e12, int4: 1248e12},
      onChipBytes: 40e6,
    });
    expect(findMachine(catalog, "Apple M1").hardware.bandwidth).toBe(68.25e9);
    expect(findMachine(catalog, "Raspberry Pi 4").hardware).toMatchObject({
      bandwidth: 4e9,
      flops: {fp32: 13.5e9},
    });
  });
});

describe("names", () => {
  it.each([
    ["NVIDIA GeForce RTX 4090", "RTX 4090"],
    ["rtx4090", "RTX 4090"],
    ["M1", "Apple M1"],
    ["apple m2 max (30 core)", "Apple M2 Max (30-core)"],
    ["a100-80gb", "A100 80GB"],
    ["raspberry pi 4", "Raspberry Pi 4"],
    ["AMD Radeon RX 7900 XTX", "Radeon RX 7900 XTX"],
    ["dgx spark", "DGX Spark"],
  ])("finds the machine %s", (written, name) => {
    expect(findMachine(catalog, written).name).toBe(name);
  });

  it.each([
    ["llama 7b", "LLaMA-7B"],
    ["meta-llama/Llama-2-7B", "Llama-2-7B"],
    ["openai/gpt-oss-20b", "gpt-oss-20b"],
    ["tinyllama 1.1b", "TinyLlama-1.1B"],
    ["Pythia 6.9B", "Pythia-6.9B"],
    ["deepseek v2 lite", "DeepSeek-V2-Lite"],
  ])("finds the model %s", (written, name) => {
    expect(findModel(catalog, written).name).toBe(name);
  });

  it("says what is near where nothing fits", () => {
    expect(() => findMachine(catalog, "RTX 4095")).toThrow(/nearest names are .*"RTX 4090"/);
  });

  it("tells every two machines and every two models apart, however they are spelled", () => {
    for (const {name} of machines) expect(findMachine(catalog, name.toUpperCase()).name).toBe(name);
    for (const {name} of models) expect(findModel(catalog, name.toUpperCase()).name).toBe(name);
  });
});

describe("data/formats.csv", () => {
  it("has the bytes of every block that block-formats.ts draws, and of no other", () => {
    const published = formats
      .filter(({kind}) => kind === "block")
      .map(({format, blockBytes, blockWeights}) => [format, blockBytes, blockWeights]);
    const drawn = blockFormats.map(({name, weights, fields}) => [
      name,
      fields.reduce((bits, field) => bits + field.bits * field.count, 0) / 8,
      weights,
    ]);
    expect(new Set(published.map(String))).toEqual(new Set(drawn.map(String)));
  });

  it("has the bits of every mix that file-mixes.ts publishes, model by model", () => {
    for (const mix of fileMixes) {
      if (mix.kind !== "published mix") continue;
      const known = mix.published.map((row) => [row.parameters, row.vocabSize, row.bitsPerWeight]);
      const rows = formats.filter(({kind, format}) => kind === "mix" && format === mix.name);
      const listed = rows.map(({model, bitsPerWeight}) => {
        const {architecture} = findModel(catalog, model!);
        return [parameterCount(architecture).total, architecture.vocabSize, bitsPerWeight];
      });
      expect(listed, mix.name).toEqual(known);
    }
  });

  it("is met by the tensors of Q6_K and Q8_0 files within a thousandth", () => {
    for (const {format, kind, model, bitsPerWeight} of formats) {
      if (kind !== "mix" || !["Q6_K", "Q8_0", "FP16"].includes(format)) continue;
      const {architecture} = findModel(catalog, model!);
      const bits = (8 * weightBytes(architecture, format)) / parameterCount(architecture).total;
      expect(Math.abs(bits / bitsPerWeight! - 1), `${format} ${model}`).toBeLessThan(0.001);
    }
  });
});

describe("data/perplexities.csv", () => {
  it("has files of about the size that the format says, for models whose mixes are published", () => {
    for (const {model, format, fileBytes} of catalog.perplexities) {
      if (model === "Llama-3-70B") continue;
      const mix = fileMixes.find(({name}) => name === format);
      if (fileBytes === undefined || mix === undefined) continue;
      const computed = weightBytes(findModel(catalog, model).architecture, mix);
      // The oldest files, of 2023, are a few percent off: the mixes were changed since.
      expect(Math.abs(fileBytes / computed - 1), `${model} ${format}`).toBeLessThan(0.07);
    }
  });
});

describe("data/claims.csv", () => {
  const weights: Record<string, number> = {"7b": 7e9, "13b": 13e9, "33b": 32.5e9, "65b": 65.2e9};
  const bytes: Record<string, number> = {fp32: 4, fp16: 2, int8: 1, int4: 0.5};
  const table = (name: string) =>
    claims
      .filter(({id}) => new RegExp(`^${name}-(7b|13b|33b|65b)-`).test(id))
      .map((claim) => {
        const [, model, format] = claim.id.split("-");
        const inputs = {parameters: weights[model!]!, bytesPerWeight: bytes[format!]!};
        return {...claim, inputs: {...inputs, bandwidth: 1.935e12}};
      });

  it("has the sixteen cells of the latency table: the law as published gives each, half of it is right", () => {
    expect(table("latency")).toHaveLength(16);
    for (const {id, value, corrected, inputs} of table("latency")) {
      // The article cuts the last digit off where it does not round it.
      expect(Math.abs(1e3 * memorySecondsAsPublished(inputs) - value!), id).toBeLessThan(0.01);
      expect(corrected, id).toBeCloseTo(1e3 * memorySeconds(inputs), 2);
    }
  });

  it("has the sixteen cells of the memory table, all right", () => {
    expect(table("memory")).toHaveLength(16);
    for (const {id, value, inputs} of table("memory")) {
      expect(value, id).toBeCloseTo((inputs.parameters * inputs.bytesPerWeight) / 1e9, 6);
    }
  });

  it("has the batch of 161, which the correct law gives", () => {
    const {flops, bandwidth} = findMachine(catalog, "A100 80GB").hardware;
    const claim = claims.find(({id}) => id === "critical-batch-a100")!;
    const law = criticalBatch({flops: flops.fp16!, bytesPerWeight: 2, bandwidth});
    expect(claim.corrected).toBeCloseTo(law, 1);
    expect(Math.floor(law)).toBe(claim.value);
  });
});
