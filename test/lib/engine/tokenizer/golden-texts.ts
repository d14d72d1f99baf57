import {letterOfByte} from "../../../../src/lib/engine/tokenizer/byte-letters.js";
import type {Field} from "../../catalog/gguf/gguf-writer.js";

/** What makes tokenizers differ: white space, digits, apostrophes, scripts, marks and no text at all. */
export const pairTexts: readonly string[] = [
  "Once upon a time there was a king who had a thousand wise men and one donkey.",
  "The donkey carried their books, and the wise men waited; they waited, and waited.",
  "I've been told he's there. 'RE you sure? We'Ve a'lL seen it's 'tis don't DON'T y'all'd.",
  "camelCase, snake_case, SCREAMING_CASE, HTTPServer, iPhone15Pro, ΑλφάΒήτα, ПриветМир",
  "0 1 12 123 1234 12345 123456 1234567 3.14159 1,000,000 2026-11-23 0x1F 1e-5 ½ ² ٣٤٥ ४५६ Ⅷ",
  "a  b   c    d     e      f\tg\t\th\t i \t j",
  "line\nline\n\nline\n\n\nline\r\nline\r\rline \n line\n \n\t\nline  \n  line",
  "   three in front and three behind   ",
  "trailing newline\n",
  "trailing newlines \n\n \n",
  "for (let i = 0; i < n; i++) { sum += x[i] * y[i]; } // O(n)\n\treturn sum / n;\n",
  '<div class="a">&amp;</div> $x^2 + y_1 = \\frac{1}{2}$ `code` **bold** ~~no~~ #tag @you',
  "!!! ??? ... --- === +++ ///// /path/to\n/file.txt\n\\\\ ((())) [[]] {{}} «» „“ 、。！？",
  "你好，世界！今天是2026年11月23日。日本語のテキスト、ひらがなカタカナ漢字。한국어 텍스트입니다.",
  "Привет, мир! Ελληνικά κείμενο. Türkçe: İıŞşĞğ. Tiếng Việt: Cửa Việt. ﬁ ﬂ ǅ ʰ",
  "שלום עולם! مرحبا بالعالم ١٢٣ \u200fRTL\u200e \u202emark\u202c فارسی\u200cمی",
  "नमस्ते दुनिया। ประเทศไทย ភាសាខ្មែរ বাংলা தமிழ் ᠮᠣᠩᠭᠣᠯ",
  "🚀 😶\u200d🌫️ 👩\u200d👩\u200d👧\u200d👦 🇩🇪🇫🇷 👍🏽 ✅❤️ ☃ 🦙.cpp 𝒳 𝟘𝟙 𐍈 🂡",
  "e\u0301 o\u0308 n\u0303 Z\u0351\u036b\u0343 \u0301alone a\u20dd",
  "nbsp\u00a0here thin\u2009space ideographic\u3000space nel\u0085x ls\u2028x ps\u2029x bom\ufeffx zwsp\u200bx",
  "controls \u0000 \u0001 \u0007 \b \u001b[31m \u007f \u009f end",
  "private \ue000 \u{f0000} unassigned \u0378 \u{10ffff} replacement \ufffd",
  "the end </s><s> <|im_end|> <unk> <0x0A> ▁ Ġ Ċ <|endoftext|> [INST] </s>",
];

export const texts: readonly string[] = [
  ...pairTexts,
  "",
  " ",
  "  ",
  "\n",
  "\t",
  "\r\n",
  "a",
  "'",
  "'s",
  " 's",
  "''ll",
  "1 ",
  " .",
  "\u3000",
  "half \ud83d a pair \udc00 of surrogates",
  " whole",
  "wholeword wholewords",
];

/** A vocabulary of bytes: 256 letters, what the merges make, one that no merge makes, and a last. */
export interface BytePairs {
  merges: readonly string[];
}

export function bytePairFields({merges}: BytePairs, preTokenizer: string | undefined): Field[] {
  const words = [
    ...letterOfByte,
    ...new Set(merges.map((merge) => merge.replace(" ", ""))),
    "wholeword",
    "<|endoftext|>",
  ];
  const last = words.length - 1;
  const pre: Field[] =
    preTokenizer === undefined ? [] : [["tokenizer.ggml.pre", "string", preTokenizer]];
  return [
    ["general.architecture", "string", "llama"],
    ["llama.block_count", "uint32", 1],
    ["llama.context_length", "uint32", 256],
    ["llama.embedding_length", "uint32", 64],
    ["llama.feed_forward_length", "uint32", 64],
    ["llama.attention.head_count", "uint32", 2],
    ["llama.attention.layer_norm_rms_epsilon", "float32", 1e-5],
    ["tokenizer.ggml.model", "string", "gpt2"],
    ...pre,
    ["tokenizer.ggml.tokens", ["string"], words],
    ["tokenizer.ggml.token_type", ["int32"], words.map((_, i) => (i === last ? 3 : 1))],
    ["tokenizer.ggml.merges", ["string"], merges],
    ["tokenizer.ggml.bos_token_id", "uint32", last],
    ["tokenizer.ggml.eos_token_id", "uint32", last],
  ];
}
