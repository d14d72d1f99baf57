import {printLines, type Syntax} from "./language.js";
import {describe, grouped, type Program} from "./program.js";

/** The law as a Python function, and a call with the present numbers. */
export function pythonOf({name, expression, inputs, result, notes}: Program): string {
  const syntax: Syntax = {
    times: "*",
    symbol: (id) => pythonName(inputs.find((input) => input.id === id)!.argument),
    power: " ** ",
    larger: "max",
    smaller: "min",
  };
  const body = printLines(expression, syntax, "    ").join("\n    ");
  const called = pythonName(name);
  return [
    ...notes.map((note) => `# ${note}`),
    `def ${called}(`,
    `    *,`,
    ...inputs.map((input) => `    ${pythonName(input.argument)}: float,  # ${describe(input)}`),
    `) -> float:`,
    `    return ${body}`,
    ``,
    ``,
    `result = ${called}(`,
    ...inputs.map(({argument, value}) => `    ${pythonName(argument)}=${grouped(value)},`),
    `)`,
    `print(result)  # ${result.value}, ${describe(result)}`,
    ``,
  ].join("\n");
}

/** Names that mean something in Python already get the line beneath that PEP 8 gives them. */
const taken = new Set(["bytes"]);

/** "bytesPerWeight" → "bytes_per_weight". */
function pythonName(name: string): string {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return taken.has(snake) ? `${snake}_` : snake;
}
