import {printLines, type Syntax} from "./language.js";
import {describe, grouped, type Program} from "./program.js";

/** The law as a TypeScript function, and a call with the present numbers. */
export function typescriptOf({name, expression, inputs, result, notes}: Program): string {
  const syntax: Syntax = {
    times: "*",
    symbol: (id) => inputs.find((input) => input.id === id)!.argument,
    power: " ** ",
    larger: "Math.max",
    smaller: "Math.min",
  };
  const body = printLines(expression, syntax, "  ").join("\n  ");
  return [
    ...notes.map((note) => `// ${note}`),
    `function ${name}({`,
    ...inputs.map(({argument}) => `  ${argument},`),
    `}: {`,
    ...inputs.map((input) => `  ${input.argument}: number; // ${describe(input)}`),
    `}): number {`,
    `  return ${body};`,
    `}`,
    ``,
    `const result = ${name}({`,
    ...inputs.map(({argument, value}) => `  ${argument}: ${grouped(value)},`),
    `});`,
    `console.log(result); // ${result.value}, ${describe(result)}`,
    ``,
  ].join("\n");
}
