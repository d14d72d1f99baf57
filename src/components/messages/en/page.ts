/** Words of the page around its chapters. */
export const page = {
  corrected: (key: string, found: string, used: string) =>
    `The address says ${key}=${found}. That cannot be, so ${used} is shown.`,
  failed: "The live part of this page could not start. The text and figures show the first scenario.",
};
