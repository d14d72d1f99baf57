// Crockford's: without I, L, O and U, so that nothing is mistaken for 1, 0 or V.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Bytes as letters and digits, 5 bits each, the highest first; zeros fill the last one. */
export function toBase32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0; // of bits: fewer than 5 before each byte
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    for (held += 8; held >= 5; held -= 5) text += alphabet[(bits >>> (held - 5)) & 31]!;
    bits &= (1 << held) - 1;
  }
  return held === 0 ? text : text + alphabet[(bits << (5 - held)) & 31]!;
}

/** The bytes of such a text; undefined where it is none, or where what fills it is not zero. */
export function fromBase32(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((5 * text.length) / 8));
  let bits = 0;
  let held = 0; // of bits: fewer than 8 before each letter
  let at = 0;
  for (const letter of text) {
    const value = alphabet.indexOf(letter);
    if (value === -1) return undefined;
    bits = (bits << 5) | value;
    held += 5;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = bits >>> held;
    bits &= (1 << held) - 1;
  }
  return held >= 5 || bits !== 0 ? undefined : bytes;
}
