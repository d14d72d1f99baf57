import type {LadderPoint, Spread} from "../catalog/device-report.js";

/**
 * The bandwidth with which so many bytes are read: between the two nearest working sets of a ladder
 * it goes evenly on logarithmic scales; beyond its ends it is that of the last one. bytes/s
 *
 * @param points by working set, the smallest first; at least one
 */
export function bandwidthAt(points: readonly LadderPoint[], bytes: number): Spread {
  const next = points.findIndex((point) => point.bytes >= bytes);
  if (next === -1) return points.at(-1)!.bandwidth;
  if (next === 0) return points[0]!.bandwidth;
  const [from, to] = [points[next - 1]!, points[next]!];
  const share = Math.log(bytes / from.bytes) / Math.log(to.bytes / from.bytes);
  const between = (field: keyof Spread): number =>
    from.bandwidth[field] ** (1 - share) * to.bandwidth[field] ** share;
  return {median: between("median"), lowest: between("lowest"), highest: between("highest")};
}
