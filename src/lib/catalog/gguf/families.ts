import type {GgufTensor} from "./header.js";
import type {Metadata} from "./metadata.js";

/** Hugging Face's model_type by GGUF's architecture, where they have different names. */
const modelTypes: Readonly<Record<string, string>> = {
  gemma3: "gemma3_text",
  qwen2moe: "qwen2_moe",
  qwen3moe: "qwen3_moe",
  "gpt-oss": "gpt_oss",
  gptneox: "gpt_neox",
};

/** The model_type whose rules a file is read by, e.g. "llama"; a family not known keeps its name. */
export function familyOf(
  {own, prefix}: Metadata,
  tensors: ReadonlyMap<string, GgufTensor>,
): string {
  switch (prefix) {
    case "llama":
      // Mistral and Mixtral are written as Llamas.
      if ((own.number("expert_count") ?? 0) > 0) return "mixtral";
      return own.number("attention.sliding_window") === undefined ? "llama" : "mistral";
    case "deepseek2": {
      const routerBias = [...tensors.keys()].some((name) => name.includes(".exp_probs_b"));
      return routerBias ? "deepseek_v3" : "deepseek_v2";
    }
    default:
      return Object.hasOwn(modelTypes, prefix) ? modelTypes[prefix]! : prefix;
  }
}
