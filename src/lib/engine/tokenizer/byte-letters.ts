/**
 * GPT-2's alphabet: a printable character for each byte, so that a vocabulary of bytes can be
 * written as text. Bytes that are printable in Latin-1 stand for themselves; the others are
 * U+0100, U+0101, … in their order: a space is Ġ, a line feed Ċ.
 *
 * Source: GPT-2, src/encoder.py, bytes_to_unicode.
 */
export const letterOfByte: readonly string[] = letters();

const byteOfLetter: ReadonlyMap<string, number> = new Map(
  letterOfByte.map((letter, byte) => [letter, byte]),
);

function letters(): string[] {
  const isPrintable = (byte: number): boolean =>
    (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xff && byte !== 0xad);
  let next = 0x100;
  return Array.from({length: 256}, (_, byte) =>
    String.fromCodePoint(isPrintable(byte) ? byte : next++),
  );
}

/** e.g. " é" → "ĠÃ©" */
export function lettersOf(text: string): string {
  let written = "";
  for (const byte of encoder.encode(text)) written += letterOfByte[byte];
  return written;
}

/** e.g. "ĠÃ©" → the bytes of " é". A character that is no letter of the alphabet stays itself. */
export function bytesOf(written: string): Uint8Array {
  const bytes: number[] = [];
  for (const letter of written) {
    const byte = byteOfLetter.get(letter);
    if (byte === undefined) bytes.push(...encoder.encode(letter));
    else bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

const encoder = new TextEncoder();
