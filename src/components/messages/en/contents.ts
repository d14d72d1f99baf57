/** Words of the page that lists all figures and formulas. */
export const contents = {
  derived: (chapter: string) => `Derived in “${chapter}”`,
  used: (chapter: string) => `Put to work in “${chapter}”`,
};
