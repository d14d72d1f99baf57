/** Places numbers so that equal differences are equally far apart. */
export type LinearScale = (value: number) => number;

/** As much of d3's scaleLinear as a chart without an axis needs. */
export function linearScale(domain: [number, number], range: [number, number]): LinearScale {
  const perUnit = (range[1] - range[0]) / (domain[1] - domain[0]);
  return (value) => range[0] + (value - domain[0]) * perUnit;
}
