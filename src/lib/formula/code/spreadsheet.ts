import {printExpression} from "./language.js";
import {oneLine, type Program, type Quantity} from "./program.js";

/** The words at the head of the columns, in the reader's language. */
export interface SheetWords {
  quantity: string;
  value: string;
  unit: string;
}

/**
 * The law as cells to paste into A1, with tabs between them: what it is, a row for each input, and
 * the formula that reads them. It uses signs and functions that Excel, LibreOffice and Google Sheets all have.
 */
export function spreadsheetOf(
  {expression, inputs, result, notes}: Program,
  words: SheetWords,
): string {
  const [title = "", ...sources] = notes;
  const above = 2; // rows: title and head
  const formula = printExpression(expression, {
    times: "*",
    symbol: (id) => `B${above + 1 + inputs.findIndex((input) => input.id === id)}`,
    power: "^",
    larger: "MAX",
    smaller: "MIN",
  });
  const rows = [
    [text(title), "", ""], // every row has three cells, so that the tabs are found at once
    [text(words.quantity), text(words.value), text(words.unit)],
    ...inputs.map((input) => [label(input), String(input.value), unit(input)]),
    [label(result), `=${formula}`, unit(result)],
    ["", "", ""],
    ...sources.map((source) => [text(source), "", ""]),
  ];
  return rows.map((row) => row.join("\t") + "\n").join("");
}

const label = ({letter, name}: Quantity): string => text(`${letter}: ${name}`);
const unit = (quantity: Quantity): string => (quantity.unit === "1" ? "" : text(quantity.unit));

/**
 * A cell of words. One that begins like a formula is kept from being one by an apostrophe; double
 * quotes, between which a cell may hold tabs, become single ones.
 */
function text(words: string): string {
  const line = oneLine(words).replaceAll('"', "'");
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}
