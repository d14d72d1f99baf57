/** Words that stand in what a reader takes away; fetched when it is asked for. */
export const taken = {
  law: (name: string, file: string, version: string) =>
    `Law: ${name}() in ${file}, Inference Arithmetic ${version}, MIT`,
  shown: (model: string, format: string, machine: string) =>
    `Shown: ${model}, ${format}, ${machine}`,
  sheet: {quantity: "quantity", value: "value", unit: "unit"},
};
