/** Where a model's config.json lies on Hugging Face. */
export const hubHost = "huggingface.co";

/**
 * The name of a model as Hugging Face has it, of what a reader types or copies from the address of
 * its page: "https://huggingface.co/Qwen/Qwen3-8B/tree/main" → "Qwen/Qwen3-8B". Undefined where it
 * is none.
 */
export function hubId(text: string): string | undefined {
  const path = text
    .trim()
    .replace(/^(https?:\/\/)?(www\.)?(huggingface\.co|hf\.co)\//i, "")
    .replace(/[?#].*$/, "");
  const [owner = "", name = ""] = path.split("/");
  const id = `${owner}/${name}`;
  return [owner, name].every((part) => /^[\w-][\w.-]{0,95}$/.test(part)) ? id : undefined;
}

/** e.g. "Qwen/Qwen3-8B" → "https://huggingface.co/Qwen/Qwen3-8B/resolve/main/config.json" */
export function configAddress(id: string): string {
  return `https://${hubHost}/${id}/resolve/main/config.json`;
}
