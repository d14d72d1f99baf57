/** Words of a frame on somebody else's page, which the build writes. */
export const embed = {
  laboratory: "How fast is the machine in front of you?",
  origin: (chapter: string, notebook: string) => `${chapter} · ${notebook}`,
  description: (title: string, chapter: string, notebook: string) =>
    `${title} A live figure to set into any page, from “${chapter}” in ${notebook}.`,
};
