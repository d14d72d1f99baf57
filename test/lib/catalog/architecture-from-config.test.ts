import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {checkArchitecture} from "../../../src/lib/arithmetic/check-inputs.js";
import {kvBytesPerToken} from "../../../src/lib/arithmetic/kv-cache.js";
import {parameterCount} from "../../../src/lib/arithmetic/parameters.js";
import {architectureFromConfig} from "../../../src/lib/index.js";
import * as models from "../arithmetic/models.js";
import * as configs from "./huggingface-configs.js";

describe("a config.json from Hugging Face", () => {
  it.each([
    ["LLaMA-7B", configs.llama7B, 6_738_415_616],
    ["Llama-3.2-1B", configs.llama32_1B, 1_235_814_400],
    ["Mistral-7B", configs.mistral7B, 7_241_732_096],
    ["Mixtral-8x7B", configs.mixtral, 46_702_792_704],
    ["Qwen2.5-7B", configs.qwen25_7B, 7_615_616_512],
    ["Qwen1.5-MoE-A2.7B", configs.qwen15MoE, 14_315_784_192],
    ["Qwen3-8B", configs.qwen3_8B, 8_190_735_360],
    ["Qwen3-30B-A3B", configs.qwen3_30B, 30_532_122_624],
    ["Gemma-2B", configs.gemma2B, 2_506_172_416],
    ["Gemma-2-9B", configs.gemma2_9B, 9_241_705_984],
    ["Gemma-3-1B", configs.gemma3_1B, 999_885_952],
    // Published with an encoder for images of 416,866,032 and a projector of 1152 (d + 1) parameters.
    ["Gemma-3-4B", configs.gemma3_4B, 4_300_079_472 - 416_866_032 - 1152 * 2561],
    ["Gemma-3-12B", configs.gemma3_12B, 12_187_325_040 - 416_866_032 - 1152 * 3841],
    ["Gemma-3-27B", configs.gemma3_27B, 27_432_406_640 - 416_866_032 - 1152 * 5377],
    ["Phi-3-mini", configs.phi3Mini, 3_821_079_552],
    ["Phi-4-mini", configs.phi4Mini, 3_836_021_760],
    ["GPT-2", configs.gpt2, 124_439_808],
    ["Pythia-6.9B", configs.pythia, 6_857_302_016],
    ["DeepSeek-V2-Lite", configs.deepseekV2Lite, 15_706_484_224],
    ["DeepSeek-V3", configs.deepseekV3, 671_026_419_200],
    ["gpt-oss-20b", configs.gptOss20B, 20_914_757_184],
    ["gpt-oss-120b", configs.gptOss120B, 116_829_156_672],
  ])("gives %s its published number of parameters", (_, config, published) => {
    expect(parameterCount(architectureFromConfig(config)).total).toBe(published);
  });

  it.each([
    ["LLaMA-7B", configs.llama7B, models.llama7B],
    ["Mixtral-8x7B", configs.mixtral, models.mixtral],
    ["Qwen3-30B-A3B", configs.qwen3_30B, models.qwen3_30B],
    ["Gemma-2-9B", configs.gemma2_9B, models.gemma2_9B],
    ["DeepSeek-V2-Lite", configs.deepseekV2Lite, models.deepseekV2Lite],
    ["DeepSeek-V3", configs.deepseekV3, models.deepseekV3],
    ["gpt-oss-20b", configs.gptOss20B, models.gptOss20B],
    ["GPT-2", configs.gpt2, models.gpt2],
  ])("gives %s its shape, field by field", (_, config, {name, family, ...shape}) => {
    expect(name + family).not.toBe("");
    expect(architectureFromConfig(config)).toMatchObject(shape);
  });

  it.each([
    ["LLaMA-7B", configs.llama7B, 524_288],
    ["Mixtral-8x7B", configs.mixtral, 131_072],
    ["Qwen3-30B-A3B", configs.qwen3_30B, 98_304],
    ["Gemma-3-27B", configs.gemma3_27B, 507_904],
    ["DeepSeek-V3", configs.deepseekV3, 70_272],
    ["gpt-oss-20b", configs.gptOss20B, 49_152],
  ])("gives %s its bytes of cache a token", (_, config, bytes) => {
    expect(kvBytesPerToken(architectureFromConfig(config))).toBe(bytes);
  });
});

describe("the layers with a sliding window", () => {
  const windowOf = (config: object) => architectureFromConfig(config).slidingWindow;

  it.each([
    ["all in Mistral-7B-v0.1", configs.mistral7B, {tokens: 4096, layers: 32}],
    ["none in its later versions", {...configs.mistral7B, sliding_window: null}, undefined],
    ["all in Phi-3-mini", configs.phi3Mini, {tokens: 2047, layers: 32}],
    ["every second in Gemma 2", configs.gemma2_9B, {tokens: 4096, layers: 21}],
    ["five of six in Gemma 3", configs.gemma3_4B, {tokens: 1024, layers: 29}],
    ["all but every nth", {...configs.gemma3_1B, sliding_window_pattern: 4}, {layers: 20}],
    [
      "all but every nth, as it is saved now",
      {...configs.gemma3_1B, sliding_window_pattern: undefined, _sliding_window_pattern: 2},
      {layers: 13},
    ],
    ["those that layer_types lists", configs.gptOss20B, {tokens: 128, layers: 12}],
    ["every second without it", {...configs.gptOss20B, layer_types: null}, {layers: 12}],
    ["none in Qwen2, which says so", configs.qwen25_7B, undefined],
    [
      "none in Qwen2, where it does not say so",
      {...configs.qwen25_7B, use_sliding_window: undefined, max_window_layers: 0},
      undefined,
    ],
    [
      "the upper ones in Qwen2, where it uses them",
      {...configs.qwen25_7B, use_sliding_window: true, max_window_layers: 21},
      {tokens: 131_072, layers: 7},
    ],
    [
      "every second of the lower ones in Qwen2-MoE",
      {...configs.qwen15MoE, use_sliding_window: true},
      {tokens: 32_768, layers: 11},
    ],
    [
      "none where all are beyond the last layer",
      {...configs.qwen25_7B, use_sliding_window: true},
      undefined,
    ],
    ["none in a Llama", {...configs.llama7B, sliding_window: 512}, undefined],
    [
      "all in a family that is not known, where it has a window",
      {...configs.llama7B, model_type: "starcoder", sliding_window: 512},
      {tokens: 512, layers: 32},
    ],
    [
      "all but every nth in such a family, where it has a pattern",
      {...configs.llama7B, model_type: "command", sliding_window: 512, sliding_window_pattern: 4},
      {tokens: 512, layers: 24},
    ],
  ])("are %s", (_, config, expected) => {
    if (expected === undefined) expect(windowOf(config)).toBeUndefined();
    else expect(windowOf(config)).toMatchObject(expected);
  });
});

describe("what a config leaves out", () => {
  it("is named: LLaMA-1 came before heads were shared", () => {
    const {assumed, warnings} = architectureFromConfig(configs.llama7B);
    expect(assumed).toContain("num_key_value_heads");
    expect(assumed).toContain("head_dim");
    expect(warnings).toBeUndefined();
  });

  it("is named by the name that the family has for it", () => {
    expect(architectureFromConfig(configs.gpt2).assumed).toContain("n_inner");
  });

  it("is filled from the family where text_config leaves it out, and named", () => {
    const {assumed, numHeads, numKvHeads, headDim, vocabSize} = architectureFromConfig(
      configs.gemma3_4B,
    );
    expect({numHeads, numKvHeads, headDim, vocabSize}).toEqual({
      numHeads: 8,
      numKvHeads: 4,
      headDim: 256,
      vocabSize: 262_208,
    });
    for (const field of ["num_attention_heads", "num_key_value_heads", "head_dim", "vocab_size"]) {
      expect(assumed).toContain(field);
    }
  });

  it("may be everything in a text_config: LLaVA-1.5 is a Llama-2-7B with eyes", () => {
    const llava = {
      model_type: "llava",
      text_config: {_name_or_path: "lmsys/vicuna-7b-v1.5", model_type: "llama", vocab_size: 32064},
    };
    const architecture = architectureFromConfig(llava);
    expect(architecture.name).toBe("vicuna-7b-v1.5");
    expect(parameterCount(architecture).total).toBe(6_738_415_616 + 2 * 64 * 4096);
  });

  it("is nothing where the config is complete", () => {
    expect(architectureFromConfig(configs.llama32_1B).assumed).toBeUndefined();
  });

  it("takes whether matrices are tied from around text_config, where it stands there", () => {
    const untied = {...configs.gemma3_4B, tie_word_embeddings: false};
    expect(architectureFromConfig(untied).tieEmbeddings).toBe(false);
    expect(architectureFromConfig(configs.gemma3_4B).tieEmbeddings).toBe(true);
  });

  it("takes the name and the family from around text_config, where they stand there", () => {
    const named = {
      ...configs.gemma3_4B,
      _name_or_path: "google/gemma-3-4b-it",
      text_config: {...configs.gemma3_4B.text_config, model_type: undefined},
    };
    expect(architectureFromConfig(named)).toMatchObject({
      name: "gemma-3-4b-it",
      family: "gemma3",
      norms: {perLayer: 4},
    });
  });
});

describe("the parts of a family", () => {
  it("are biases of queries, keys and values in Qwen2, whatever the config says", () => {
    const {biases} = architectureFromConfig({...configs.qwen25_7B, attention_bias: false});
    expect(biases).toEqual({queryKeyValue: true, attentionOutput: false, feedForward: false});
  });

  it("are biases in a Llama where the config says so", () => {
    const {biases} = architectureFromConfig({
      ...configs.llama7B,
      attention_bias: true,
      mlp_bias: true,
    });
    expect(biases).toEqual({queryKeyValue: true, attentionOutput: true, feedForward: true});
  });

  it("are layers without experts where the config lists them", () => {
    const dense = (change: object) =>
      architectureFromConfig({...configs.qwen3_30B, ...change}).experts!.denseLayers;
    expect(dense({mlp_only_layers: [0, 1, 2]})).toBe(3);
    expect(dense({decoder_sparse_step: 2})).toBe(24);
    expect(dense({decoder_sparse_step: 2, mlp_only_layers: [1, 2]})).toBe(25);
  });

  it("are experts under any of the names that transformers has had for them", () => {
    const {num_experts: count, ...rest} = configs.qwen3_30B;
    expect(architectureFromConfig({...rest, num_local_experts: count}).experts!.count).toBe(128);
  });
});

describe("a family that is not known", () => {
  it("is read like a Llama, and the reader is told", () => {
    const {warnings, ...architecture} = architectureFromConfig({
      ...configs.llama7B,
      model_type: "newcomer",
    });
    expect(parameterCount(architecture).total).toBe(6_738_415_616);
    expect(architecture.family).toBe("newcomer");
    expect(warnings).toEqual([
      'The family "newcomer" is not known here: it is read like a Llama, and parts that it has beyond that are not counted.',
    ]);
  });

  it("may have no name at all", () => {
    const {family, name, warnings} = architectureFromConfig({
      ...configs.llama7B,
      model_type: undefined,
    });
    expect({family, name}).toEqual({family: "unknown", name: "unnamed"});
    expect(warnings![0]).toMatch(/^The config names no model_type: /);
  });

  it("may have experts, latent attention and normed queries, if its config has", () => {
    const kimi = {...configs.deepseekV3, model_type: "kimi_k2", num_nextn_predict_layers: 0};
    expect(architectureFromConfig(kimi)).toMatchObject({
      latentAttention: models.deepseekV3.latentAttention,
      experts: {count: 256, perToken: 8, intermediateSize: 2048, sharedIntermediateSize: 2048},
    });
    const olmoe = {...configs.mixtral, model_type: "olmoe", use_qk_norm: true};
    expect(architectureFromConfig(olmoe)).toMatchObject({
      qkNorm: true,
      experts: {count: 8, perToken: 2, intermediateSize: 14336},
    });
  });

  it("may have kinds of layers that are not known either", () => {
    const hybrid = {
      ...configs.llama7B,
      model_type: "hybrid",
      sliding_window: 512,
      layer_types: Array.from({length: 32}, (_, i) =>
        i % 4 === 3 ? "linear" : "sliding_attention",
      ),
    };
    const {warnings, slidingWindow} = architectureFromConfig(hybrid);
    expect(slidingWindow).toEqual({tokens: 512, layers: 24});
    expect(warnings).toHaveLength(2);
    expect(warnings![1]).toMatch(/^layer_types names more than/);
  });
});

describe("a reader of a config is warned", () => {
  it("that images are left out", () => {
    expect(architectureFromConfig(configs.gemma3_4B).warnings).toEqual([
      "Only text_config is read: what else the model has, such as an encoder for images, is not counted.",
    ]);
  });

  it("that DeepSeek's module for further tokens is left out", () => {
    expect(architectureFromConfig(configs.deepseekV3).warnings).toEqual([
      "The module that predicts further tokens (num_nextn_predict_layers) is not counted.",
    ]);
  });

  it("that biases of latent attention are left out", () => {
    const biased = {...configs.deepseekV2Lite, attention_bias: true};
    expect(architectureFromConfig(biased).warnings).toEqual([
      "The biases of latent attention (attention_bias) are not counted.",
    ]);
  });
});

describe("a broken config is refused with the field, its value and what would be right", () => {
  const llama = configs.llama7B;
  it.each<[string, unknown]>([
    [
      'num_hidden_layers is "many"; it should be a whole number from 1 to 10000',
      {...llama, num_hidden_layers: "many"},
    ],
    ["num_hidden_layers is 0; it should be", {...llama, num_hidden_layers: 0}],
    ["num_hidden_layers is 10001; it should be", {...llama, num_hidden_layers: 10_001}],
    [
      "hidden_size is missing; it should be a whole number from 1 to 1000000",
      {...llama, hidden_size: undefined},
    ],
    ["hidden_size is null; it should be", {...llama, hidden_size: null}],
    ["hidden_size is 4096.5; it should be", {...llama, hidden_size: 4096.5}],
    ["hidden_size is a list; it should be", {...llama, hidden_size: [4096]}],
    ["hidden_size is an object; it should be", {...llama, hidden_size: {}}],
    ["vocab_size is -1; it should be", {...llama, vocab_size: -1}],
    ["vocab_size is missing; it should be", {...llama, vocab_size: undefined}],
    ["intermediate_size is missing; it should be", {...llama, intermediate_size: undefined}],
    ["num_attention_heads is missing; it should be", {...llama, num_attention_heads: undefined}],
    [
      "num_key_value_heads is 5; it should be a number that divides num_attention_heads, 32",
      {...llama, num_key_value_heads: 5},
    ],
    [
      "hidden_size is 4096; it should be a multiple of num_attention_heads, 33, where no head_dim is given",
      {...llama, num_attention_heads: 33},
    ],
    [
      'tie_word_embeddings is "yes"; it should be true or false',
      {...llama, tie_word_embeddings: "yes"},
    ],
    [`model_type is 7; it should be a text such as "llama"`, {...llama, model_type: 7}],
    ["n_layer is missing; it should be", {...configs.gpt2, n_layer: undefined}],
    [`n_inner is "wide"; it should be`, {...configs.gpt2, n_inner: "wide"}],
    ["kv_lora_rank is missing; it should be", {...configs.deepseekV3, kv_lora_rank: undefined}],
    [
      "num_local_experts is missing; it should be",
      {...configs.mixtral, num_local_experts: undefined},
    ],
    [
      "num_experts_per_tok is 9; it should be a whole number from 1 to num_local_experts, 8",
      {...configs.mixtral, num_experts_per_tok: 9},
    ],
    ["sliding_window is 1.5; it should be", {...configs.mistral7B, sliding_window: 1.5}],
    ['layer_types is "all"; it should be a list', {...configs.gptOss20B, layer_types: "all"}],
    [
      "layer_types has 1 entries; it should have one for each of the 24 layers",
      {...configs.gptOss20B, layer_types: ["full_attention"]},
    ],
    [
      `model_type is a list; it should be a text such as "llama"`,
      {...configs.gemma3_4B, text_config: {...configs.gemma3_4B.text_config, model_type: []}},
    ],
    [
      `hidden_size is "${"9".repeat(40)}"…; it should be`,
      {...llama, hidden_size: "9".repeat(1000)},
    ],
    ["config is null; it should be the object that a config.json holds", null],
    ["config is a list; it should be the object", [llama]],
    ['config is "llama"; it should be the object', "llama"],
    ["num_hidden_layers is missing; it should be", {}],
    ["num_hidden_layers is missing; it should be", {model_type: "constructor"}],
    ["num_hidden_layers is missing; it should be", Object.create(llama)],
    ["num_hidden_layers is missing; it should be", JSON.parse('{"__proto__": {"hidden_size": 1}}')],
  ])("%s", (sentence, config) => {
    expect(() => architectureFromConfig(config)).toThrow(sentence);
  });
});

describe("any JSON at all", () => {
  /** A shape that the laws take, or a sentence. */
  function isReadOrRefused(config: unknown): void {
    let architecture;
    try {
      architecture = architectureFromConfig(config);
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
      expect((error as Error).constructor).toBe(Error); // no TypeError from within
      expect((error as Error).message).toMatch(/^\w+ (is|has) .+; it should (be|have) .+$/s);
      return;
    }
    checkArchitecture(architecture);
    for (const count of Object.values(parameterCount(architecture))) {
      expect(Number.isFinite(count) && count >= 0).toBe(true);
    }
  }

  it("is read or refused", () => {
    fc.assert(fc.property(fc.jsonValue(), isReadOrRefused), {numRuns: 500});
  });

  const known = Object.values(configs) as Record<string, unknown>[];
  const fields = [
    ...new Set(
      known.flatMap((config) =>
        Object.keys({...config, ...(config["text_config"] as object | undefined)}),
      ),
    ),
  ];
  const value = fc.oneof(
    fc.jsonValue(),
    fc.integer({min: -1, max: 200}),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(undefined),
    fc.constantFrom(...known.map((config) => config["model_type"])),
  );
  const changes = fc.dictionary(
    fc.constantFrom(...fields, "use_qk_norm", "n_inner", "qkv_bias", "text_config"),
    value,
    {maxKeys: 4},
  );

  it("in the fields of a real config is read or refused, alone and around text_config", () => {
    const config = fc.tuple(fc.constantFrom(...known), changes).map(([real, change]) => ({
      ...real,
      ...change,
    }));
    fc.assert(fc.property(config, isReadOrRefused), {numRuns: 2000});
    const nested = config.map((text) => ({model_type: "any", text_config: text}));
    fc.assert(fc.property(nested, isReadOrRefused), {numRuns: 2000});
  });
});
