/** Words of the page that shows the laws as they run. */
export const laws = {
  source: (name: string) => `Source of ${name}()`,
};
