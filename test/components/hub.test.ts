import {describe, expect, it} from "vitest";
import {configAddress, hubId} from "../../src/components/own-model/hub.js";

describe("the name of a model on Hugging Face", () => {
  it.each([
    ["Qwen/Qwen3-8B", "Qwen/Qwen3-8B"],
    ["  meta-llama/Llama-3.1-8B ", "meta-llama/Llama-3.1-8B"],
    ["https://huggingface.co/Qwen/Qwen3-8B", "Qwen/Qwen3-8B"],
    ["huggingface.co/Qwen/Qwen3-8B/blob/main/config.json?download=true", "Qwen/Qwen3-8B"],
    ["hf.co/a/b#model", "a/b"],
  ])("is understood: %s", (written, id) => {
    expect(hubId(written)).toBe(id);
    const address = new URL(configAddress(id));
    expect(address.origin).toBe("https://huggingface.co");
    expect(address.pathname).toBe(`/${id}/resolve/main/config.json`);
  });

  it.each([
    "",
    "Qwen3-8B",
    "a/",
    "/b",
    "../..",
    "a/..",
    "a b/c",
    "a/b%2f..",
    "https://example.org/a/b",
    `a/${"b".repeat(200)}`,
  ])("is none: %s", (written) => {
    expect(hubId(written)).toBeUndefined();
  });
});
