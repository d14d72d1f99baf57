const polynomial = 0x864cfb; // that of OpenPGP, RFC 4880
const start = 0xb704ce;

/**
 * A checksum of 24 bits. It finds every change within 24 bits that follow each other, and so every
 * wrong letter of a code. It is no signature: who can calculate it can write a code by hand.
 */
export function crc24(bytes: Uint8Array): number {
  let checksum = start;
  for (const byte of bytes) {
    checksum ^= byte << 16;
    for (let bit = 0; bit < 8; bit++) {
      checksum <<= 1;
      if (checksum & 0x1000000) checksum ^= 0x1000000 | polynomial;
    }
  }
  return checksum;
}
