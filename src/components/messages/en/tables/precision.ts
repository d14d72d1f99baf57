/** Words of the tables of the chapter on precision. */
export const precisionTables = {
  blockFormats: {
    caption: "Blocks as llama.cpp lays them out",
    columns: ["Format", "Weights in a block", "Bytes", "Bits for each weight"],
  },
  fileTensors: {
    caption: (model: string) => `${model} as a Q4_0 file, to the byte`,
    columns: ["Stored as", "Weights", "Bits for each", "Bytes"],
    all: "All of it",
  },
};
