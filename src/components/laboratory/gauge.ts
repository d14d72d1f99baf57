import type {Page} from "../page/context.js";

/** What a model does at the moment. */
export interface Reading {
  /** Of all tokens that go through together. */
  tokensPerSecond: number;
  /** Bytes that one pass reads: the weights. */
  bytes: number;
  /** bytes/s */
  bandwidth: number;
  /** Of what the ladder says is possible with so many bytes; absent where nobody has measured. */
  share?: number;
}

/** Four numbers and a bar, written anew with each reading. */
export function gaugeIn(gauge: HTMLElement, {numbers, words}: Page): (reading?: Reading) => void {
  const {none} = words.figures.laboratory.gauge;
  const cell = (name: string) => gauge.querySelector<HTMLElement>(`[data-cell="${name}"]`)!;
  const bar = gauge.querySelector<HTMLElement>(".gauge-bar span")!;
  return (reading) => {
    const texts: Readonly<Record<string, string>> = {
      speed: reading === undefined ? none : numbers.rate(reading.tokensPerSecond),
      bytes: reading === undefined ? none : numbers.bytes(reading.bytes),
      bandwidth: reading === undefined ? none : numbers.bandwidth(reading.bandwidth),
      share: reading?.share === undefined ? none : numbers.percent(reading.share),
    };
    for (const [name, text] of Object.entries(texts)) {
      if (cell(name).textContent !== text) cell(name).textContent = text;
    }
    bar.style.width = `${100 * Math.min(1, reading?.share ?? 0)}%`;
  };
}
