/** Names of symbols, spoken forms of formulas, reasons of derivations. */
export const formulas = {};
