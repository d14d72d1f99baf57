// Where threads wait for each other: nobody goes on before all have arrived.
//
// The pauses are short, so a thread first looks again and again (spins), which costs nothing but
// its own time; after a bounded number of turns it lets the system wake it.

const SPINS: i32 = 20000;

/** @param state three words of 4 bytes: how many have arrived, how often all have, who sleeps */
export function barrier(state: usize, threads: i32): void {
  const round = atomic.load<i32>(state, 4);
  if (atomic.add<i32>(state, 1) == threads - 1) {
    atomic.store<i32>(state, 0);
    atomic.add<i32>(state, 1, 4);
    // To ask the system to wake nobody would take longer than most of these pauses. A thread that
    // lies down only now finds the round gone on, and gets up by itself.
    if (atomic.load<i32>(state, 8) > 0) atomic.notify(state + 4, threads);
    return;
  }
  for (let i = 0; i < SPINS; i++) {
    if (atomic.load<i32>(state, 4) != round) return;
  }
  atomic.add<i32>(state, 1, 8);
  while (atomic.load<i32>(state, 4) == round) atomic.wait<i32>(state + 4, round, -1);
  atomic.sub<i32>(state, 1, 8);
}
