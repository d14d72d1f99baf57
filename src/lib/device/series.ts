import type {Crew} from "./crew.js";
import type {Task} from "./messages.js";
import type {Plan} from "./plan.js";
import type {Job} from "./progress.js";
import type {KernelRate, Ladder, LadderPoint} from "./report.js";
import {spreadOf} from "./statistics.js";

/** One thing that is measured round after round. */
export interface Series {
  task: Task;
  workers: number;
  /** What was done a second, in each sample of each round: bytes or FLOP. */
  rounds: number[][];
}

/** All series once, then all of them again: what disturbs one round does not spoil a whole series. */
export function samplingJobs(
  step: Job["step"],
  series: readonly Series[],
  {crew, plan, sampleSeconds}: {crew: Crew; plan: Plan; sampleSeconds: number},
): Job[] {
  const warmed = new Set<string>();
  return Array.from({length: plan.rounds}, () =>
    series.map(({task, workers, rounds}): Job => {
      const loop = loopOf(task);
      const warmSeconds = warmed.has(loop) ? plan.warmSeconds.again : plan.warmSeconds.first;
      warmed.add(loop);
      const sampling = {warmSeconds, samples: plan.samplesOfRound, sampleSeconds};
      return {
        step,
        seconds: warmSeconds + plan.samplesOfRound * sampleSeconds,
        run: async () => void rounds.push(await crew.measure(task, workers, sampling)),
      };
    }),
  ).flat();
}

/** The loop that a task runs: once a browser has compiled it well, it stays so. */
function loopOf(task: Task): string {
  return task.kind === "read" ? "read" : `${task.format} ${task.phase}`;
}

/** Read bandwidth by number of workers, then by working set. */
export function laddersOf(series: readonly Series[]): Ladder[] {
  const byWorkers = new Map<number, LadderPoint[]>();
  for (const {task, workers, rounds} of series) {
    if (task.kind !== "read") continue;
    const points = byWorkers.get(workers) ?? [];
    points.push({bytes: task.totalBytes, bandwidth: spreadOf(rounds.flat())});
    byWorkers.set(workers, points);
  }
  return [...byWorkers].map(([workers, points]) => ({
    workers,
    points: points.sort((a, b) => a.bytes - b.bytes),
  }));
}

export function kernelRates(series: readonly Series[]): KernelRate[] {
  return series.flatMap(({task, workers, rounds}) =>
    task.kind === "multiply"
      ? [{format: task.format, phase: task.phase, workers, flopRate: spreadOf(rounds.flat())}]
      : [],
  );
}
