export function start(): void {
  console.log("x");
}
