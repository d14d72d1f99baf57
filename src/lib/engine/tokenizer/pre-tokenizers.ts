/**
 * How a text is cut into pieces before letters are merged: no merge goes over a cut. Each expression
 * cuts what those before it have left whole; what it does not match stays as a piece between.
 *
 * Source: llama.cpp, src/llama-vocab.cpp, llm_tokenizer_bpe; there \s is Unicode's white space.
 */
export interface PreTokenizer {
  cuts: readonly RegExp[];
  /** Whether a piece that is a word is taken whole, whatever the merges would make of it. */
  wholeWords: boolean;
  /** Whether texts begin with a begin word where the file does not say. */
  addsBegin: boolean;
}

const shortened = "'s|'t|'re|'ve|'m|'ll|'d";
const anyShortened = "'[sS]|'[tT]|'[rR][eE]|'[vV][eE]|'[mM]|'[lL][lL]|'[dD]";
const gpt2 = String.raw`${shortened}| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)`;
const breaks = String.raw`\s*[\r\n]+|\s+(?!\S)|\s+`;
const signs = String.raw` ?[^\s\p{L}\p{N}]+[\r\n]*`;
const word = String.raw`[^\r\n\p{L}\p{N}]?\p{L}+`;
const latin = String.raw`[!"#$%&'()*+,\-./:;<=>?@\[\\\]^_${"`"}{|}~][A-Za-z]+`;

/** Words that begin again where a capital follows a small letter. */
const camelCase = (behind: string): string => {
  const [capital, small] = [String.raw`(?:(?=\p{L})[^a-z])`, String.raw`(?:(?=\p{L})[^A-Z])`];
  const first = String.raw`[^\r\n\p{L}\p{N}]?`;
  return `${first}${capital}*${small}+${behind}|${first}${capital}+${small}*${behind}`;
};

const expressions = {
  usual: [String.raw`[\p{P}$+<=>\^~|]+`, gpt2, String.raw`\p{N}+`, "[0-9][0-9][0-9]"],
  gpt2: [gpt2],
  /** Each digit alone. */
  starcoder: [String.raw`\p{N}`, gpt2],
  llama3: [String.raw`${anyShortened}|${word}|\p{N}{1,3}|${signs}|${breaks}`],
  qwen2: [String.raw`${anyShortened}|${word}|\p{N}|${signs}|${breaks}`],
  qwen35: [
    String.raw`${anyShortened}|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|${breaks}`,
  ],
  tekken: [String.raw`${camelCase("")}|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|${breaks}`],
  gpt4o: [
    String.raw`${camelCase(`(?:${anyShortened})?`)}|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|${breaks}`,
  ],
  falcon: [String.raw`[\p{P}$+<=>\^~|${"`"}]+`, gpt2, "[0-9][0-9][0-9]"],
  deepseekCoder: [
    String.raw`[\r\n]`,
    String.raw`\s?\p{L}+`,
    String.raw`\s?\p{P}+`,
    String.raw`(?:(?!\s)[一-龥ࠀ-一가-퟿])+`,
    String.raw`\p{N}`,
  ],
  deepseek3: [
    String.raw`\p{N}{1,3}`,
    "[一-龥぀-ゟ゠-ヿ]+",
    String.raw`${latin}|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|${breaks}`,
  ],
} as const;

type Expressions = keyof typeof expressions;

/** By the name that stands in a file. */
const names: Readonly<Record<Expressions, readonly string[]>> = {
  usual: ["default"],
  gpt2: [
    "gpt-2",
    "phi-2",
    "mpt",
    "olmo",
    "jais",
    "trillion",
    "granite-docling",
    "jina-es",
    "jina-de",
    "jina-v1-en",
    "jina-v2-es",
    "jina-v2-de",
    "jina-v2-code",
    "roberta-bpe",
    "gigachat",
    "a.x-4.0",
    "mellum",
    "exaone4",
  ],
  starcoder: ["starcoder", "refact", "command-r", "smollm", "codeshell", "exaone", "minerva-7b"],
  llama3: [
    "llama3",
    "llama-v3",
    "llama-bpe",
    "falcon3",
    "falcon-h1",
    "pixtral",
    "midm-2.0",
    "lfm2",
    "dbrx",
    "smaug-bpe",
    "glm4",
    "chatglm-bpe",
  ],
  qwen2: [
    "qwen2",
    "deepseek-r1-qwen",
    "kormo",
    "f2llmv2",
    "stablelm2",
    "megrez",
    "hunyuan",
    "solar-open",
    "grok-2",
  ],
  qwen35: ["qwen35"],
  tekken: ["tekken"],
  gpt4o: ["gpt-4o", "llama4", "minimax-m2"],
  falcon: ["falcon"],
  deepseekCoder: ["deepseek-coder"],
  deepseek3: ["deepseek-v3", "hunyuan-dense", "joyai-llm"],
};

const byName = new Map(
  Object.entries(names).flatMap(([key, spelled]) =>
    spelled.map((name) => [name, key as Expressions] as const),
  ),
);

/** Those that share the expression of Llama 3, but not what follows. */
const mergedLikeOthers: ReadonlySet<string> = new Set(["dbrx", "smaug-bpe", "glm4", "chatglm-bpe"]);

export function isPreTokenizer(name: string | undefined): boolean {
  return name !== undefined && byName.has(name);
}

/** The pre-tokenizer of this name; for one that is not known, or not told, what is usual. */
export function preTokenizerNamed(name: string | undefined): PreTokenizer {
  const key = (name === undefined ? undefined : byName.get(name)) ?? "usual";
  const isWhole = (key === "llama3" && !mergedLikeOthers.has(name!)) || key === "tekken";
  return {
    cuts: expressions[key].map(compiled),
    wholeWords: isWhole,
    addsBegin: isWhole,
  };
}

/** \s and \S of JavaScript count U+FEFF as white space, and not U+0085. */
function compiled(expression: string): RegExp {
  const exact = expression
    .replaceAll(String.raw`\s`, String.raw`\p{White_Space}`)
    .replaceAll(String.raw`\S`, String.raw`\P{White_Space}`);
  return new RegExp(exact, "gu");
}

/** e.g. "Hello world" → ["Hello", " world"]. Joined they are the text. */
export function cutText(text: string, cuts: readonly RegExp[]): string[] {
  return cuts.reduce<string[]>(
    (pieces, expression) => pieces.flatMap((piece) => cutPiece(piece, expression)),
    [text],
  );
}

function cutPiece(text: string, expression: RegExp): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const {index, 0: match} of text.matchAll(expression)) {
    if (index > at) pieces.push(text.slice(at, index));
    pieces.push(match);
    at = index + match.length;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}
