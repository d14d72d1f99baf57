/** Words around every figure. */
export const frame = {
  explore: "Chart: walk from mark to mark with the arrow keys",
  tableOf: (name: string) => `The facts of the figure “${name}” as a table`,
  sources: "Sources",
  menu: {
    table: "Table",
    csv: "CSV",
    svg: "SVG",
    png: "PNG",
  },
};
