import {ClassCodeError, readClassCode, type ClassDevice} from "./class-code.js";

/** What was found in a text: devices, and what looks like the code of one and is none. */
export interface FoundCodes {
  found: readonly {code: string; device: ClassDevice}[];
  refused: readonly {
    /** As it stands in the text, e.g. "IA1-8D2K0-QQQQQ". */
    text: string;
    /** A sentence. */
    reason: string;
  }[];
}

/** No text of a class is longer. Characters. */
export const longestText = 1_000_000;
const mostCodes = 1000; // in one text

// The code's head wherever it stands alone, with any dash that a mail program makes of a hyphen.
const head = /(?<![\p{L}\p{N}])IA\d{1,3}\p{Pd}/giu;
// What may stand between two characters of a code, once it has gone through mail and chat: dashes,
// spaces, line ends and the ">" of an answer, the "=" at a line's end, marks that nobody sees.
const between = /^(?:[\p{Pd}\p{Cf}\s>*_`|]|=\r?\n)+/u;
const codeLetter = /^[0-9A-Z]/i;
const wholeWord = /^[\p{L}\p{N}\p{Pd}\p{Cf}]*/u;

const lengths = {least: 20, most: 58}; // letters of a code behind its head

/**
 * Finds every code in a text that anyone may have written: a list, an e-mail, a chat, a table, a
 * row of links. Throws nothing, whatever the text is.
 */
export function findClassCodes(text: string): FoundCodes {
  const found: FoundCodes["found"][number][] = [];
  const refused: FoundCodes["refused"][number][] = [];
  const searched = text.slice(0, longestText);
  let end = 0; // of the last code
  for (const match of searched.matchAll(head)) {
    if (match.index < end) continue;
    if (found.length + refused.length >= mostCodes) break;
    const start = match.index + match[0].length;
    const version = `${match[0].slice(0, -1).toUpperCase()}-`;
    const whole = wholeCodeAt(searched, start, version);
    if (whole !== undefined) {
      found.push({code: whole.code, device: whole.device});
      end = whole.end;
    } else {
      const word = wholeWord.exec(searched.slice(start, start + 200))![0];
      refused.push({text: match[0] + word, reason: reasonOf(version, word)});
    }
  }
  return {found, refused};
}

interface WholeCode {
  code: string;
  device: ClassDevice;
  end: number;
}

/**
 * The code that begins here: the word, if that is one. Else it was broken, and the text does not say
 * where it ends: a word may follow it. The checksum says so, and the longest is taken, for that of a
 * shorter one may fit by chance (of one in 256 with a nickname, since the checksum of a message
 * followed by its own checksum is zero).
 */
function wholeCodeAt(text: string, start: number, version: string): WholeCode | undefined {
  const word = wholeWord.exec(text.slice(start, start + 200))![0];
  const letters = word.replaceAll(/[\p{Pd}\p{Cf}]/gu, "").toUpperCase();
  const whole = codeOf(version, letters);
  return whole === undefined
    ? longestCodeAt(text, start, version)
    : {...whole, end: start + word.length};
}

function longestCodeAt(text: string, start: number, version: string): WholeCode | undefined {
  let longest: WholeCode | undefined;
  let letters = "";
  let at = start;
  while (letters.length < lengths.most) {
    const rest = text.slice(at, at + 20);
    const gap = between.exec(rest)?.[0].length ?? 0;
    const letter = codeLetter.exec(rest.slice(gap))?.[0];
    if (letter === undefined) break;
    at += gap + 1;
    letters += letter.toUpperCase();
    if (letters.length < lengths.least) continue;
    const code = codeOf(version, letters);
    if (code !== undefined) longest = {...code, end: at};
  }
  return longest;
}

/** The code of these letters, if they are one. */
function codeOf(version: string, letters: string): Omit<WholeCode, "end"> | undefined {
  const code = version + letters.replace(/.{5}(?=.)/g, "$&-");
  try {
    return {code, device: readClassCode(code)};
  } catch (error) {
    if (error instanceof ClassCodeError) return undefined;
    throw error;
  }
}

function reasonOf(version: string, word: string): string {
  try {
    readClassCode(version + word.replaceAll(/[\p{Pd}\p{Cf}]/gu, ""));
    return ""; // cannot be: it would have been found
  } catch (error) {
    if (error instanceof ClassCodeError) return error.message;
    throw error;
  }
}
