/** Headings and cells of the tables that the laws fill. */
export const tables = {};
