/** Framework's own library, as far as this notebook uses it. */
declare module "observablehq:stdlib" {
  /** A file that the build copies beside the page; the name must be a literal. */
  export function FileAttachment(name: string): {json<Content>(): Promise<Content>};
}
