/** What a browser tells about itself. */
interface Named {
  readonly userAgent: string;
  /** Of Chromium's family alone, so far. */
  readonly userAgentData?: {brands: readonly {brand: string; version: string}[]};
}

/** The browser as people call it, with its version, e.g. "Chromium 156" or "Firefox 153". */
export function browserName({userAgent, userAgentData}: Named): string {
  const brands = (userAgentData?.brands ?? []).filter(({brand}) => !/not.*brand/i.test(brand));
  // Browsers that are built on Chromium name both: their own name says more.
  const own = brands.find(({brand}) => brand !== "Chromium") ?? brands[0];
  if (own !== undefined) return `${own.brand} ${own.version}`;
  for (const [name, pattern] of patterns) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return "an unknown browser";
}

/** In this order, as Safari's words stand in what others say as well. */
const patterns: readonly [name: string, pattern: RegExp][] = [
  ["Firefox", /Firefox\/(\d+)/],
  ["Chromium", /Chrom(?:e|ium)\/(\d+)/],
  ["Safari", /Version\/(\d+(?:\.\d+)?).* Safari\//],
];
