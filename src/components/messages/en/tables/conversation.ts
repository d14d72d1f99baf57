/** Words of the tables in the chapter on conversations. */
export const conversationTables = {
  articleCache: {
    caption: (bytes: string) => `Of all combinations, those that come nearest to ${bytes}`,
    columns: ["Model", "Numbers kept in", "Tokens", "Keys and values", "Off by"],
  },
  printedCaches: {
    caption: "What programs printed, and what the law says, in MiB",
    columns: ["Model", "Kept in", "Tokens", "Printed", "By the law"],
    printed: (mebibytes: string, verified: boolean) =>
      verified ? mebibytes : `◇ ${mebibytes} (unverified)`,
  },
  keepOrCompute: {
    caption: (model: string, bits: string) =>
      `One token of a conversation with ${model} in ${bits} bits: calculated anew, or read back`,
    columns: ["Anew", "Read back", "Times as long", "Free tokens"],
  },
};
