/** Shows sentences in the place that is kept for what a reader should know; none hide it. */
export function showNotes(place: HTMLElement, sentences: readonly string[]): void {
  place.hidden = sentences.length === 0;
  place.replaceChildren(
    ...sentences.map((sentence) => {
      const line = document.createElement("p");
      line.textContent = sentence;
      return line;
    }),
  );
}
