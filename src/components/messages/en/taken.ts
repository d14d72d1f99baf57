/** Words that stand in what a reader takes away; fetched when it is asked for. */
export const taken = {
  law: (name: string, file: string, version: string) =>
    `Law: ${name}() in ${file}, Inference Arithmetic ${version}, MIT`,
  shown: (model: string, format: string, machine: string) =>
    `Shown: ${model}, ${format}, ${machine}`,
  is: (name: string, value: string) => `${name}: ${value}`,
  where: "Where",
  input: (letter: string, value: string, name: string, origin: string) =>
    `${letter} = ${value} (${name}, ${origin})`,
  /** What is counted stands behind the number; units are told in the plural. */
  counted: (value: string, unit: string) =>
    `${value} ${value === "1" ? unit.replace(/s$/, "") : unit}`,
  leftOut: "What it takes for granted",
  more: (rows: string) => `… and ${rows} more rows, which the figure’s CSV has`,
  source: (name: string, source: string, day: string) => `${name}: ${source}, read ${day}`,
  ownModel: (name: string) => `${name}: a model of one’s own, whose shape is in the address`,
  ownMachine: (name: string, day: string) => `${name}: measured by the notebook on ${day}`,
  edition: (version: string, day: string) =>
    `Inference Arithmetic, version ${version}, data of ${day}`,
  cited: (title: string, edition: string, day: string, address: string) =>
    `“${title}” ${edition}. Read on ${day}. ${address}`,
  publisher: "Inference Arithmetic",
  sheet: {quantity: "quantity", value: "value", unit: "unit"},
};
