/** What the tests ask of a browser, whichever it is: one window, and functions that run in it. */
export interface Driver {
  /** Opens an address in the window, and returns when the page is loaded. */
  open(address: string): Promise<void>;
  /**
   * Runs a function in the page and waits for what it promises. It is sent as text, so it takes
   * nothing from outside but its arguments, and those and its answer are plain data.
   */
  run<Values extends unknown[], Answer>(
    inPage: (...values: Values) => Answer,
    ...values: Values
  ): Promise<Awaited<Answer>>;
  /** Width and height of the window, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

/** Asks a page until it says yes, or throws after so many seconds. */
export async function until(
  driver: Driver,
  isSo: () => boolean,
  what: string,
  seconds = 30,
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await driver.run(isSo))) {
    if (performance.now() > end) throw new Error(`After ${seconds} s this is not so: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
