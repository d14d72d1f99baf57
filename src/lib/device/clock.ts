/** A clock of one thread: seconds since 1970, so that threads can compare what they read. */
export type Clock = () => number;

/** What a page and a worker have of the same kind. */
interface Performance {
  readonly timeOrigin: number;
  now(): number;
}

export function clockOf(performance: Performance): Clock {
  return () => (performance.timeOrigin + performance.now()) / 1000;
}

const changes = 12; // readings that differ, to find the smallest step between two
const patience = 0.1; // seconds, after which what has been seen must do

/**
 * The smallest step that a clock takes, in seconds. Browsers round their clocks: to 5 µs where a
 * page is isolated, to 100 µs or a whole millisecond elsewhere. Where a clock is finer than the
 * time that it takes to read it, that time is the step.
 */
export function clockResolution(clock: Clock): number {
  const begin = clock();
  let last = begin;
  let smallest = Infinity;
  for (let seen = 0; seen < changes && last - begin < patience;) {
    const now = clock();
    if (now === last) continue;
    // Seconds since 1970 have a last digit of a quarter of a microsecond.
    smallest = Math.min(smallest, Math.max(now - last, 2.5e-7));
    last = now;
    seen++;
  }
  return smallest;
}

/** How long one sample should take, so that a step of the clock is at most a twentieth of it. */
export function sampleSeconds(resolution: number): number {
  return Math.max(20 * resolution, 0.01);
}
