import type {AxisScale} from "d3-axis";

/** Places numbers so that equal ratios are equally far apart. */
export interface LogScale extends AxisScale<number> {
  (value: number): number;
  domain(): [least: number, most: number];
  range(): [least: number, most: number];
}

/**
 * As much of d3's scaleLog as the cover needs: d3-scale brings calendars and colours along, 25 KB
 * that a reader on a phone would wait for. What lies outside of the domain is placed at its end.
 */
export function logScale(domain: [number, number], range: [number, number]): LogScale {
  const [least, most] = [Math.log(domain[0]), Math.log(domain[1])];
  const place = (value: number): number => {
    const share = (Math.log(value) - least) / (most - least);
    return range[0] + Math.min(1, Math.max(0, share)) * (range[1] - range[0]);
  };
  const scale: LogScale = Object.assign(place, {
    domain: () => domain,
    range: () => range,
    copy: () => scale,
  });
  return scale;
}
