/** Makes chance and time the same in every build. Runs before Mermaid is there, and before each diagram. */
export function stillWorld(): void {
  let seed = 1;
  Math.random = () => {
    // A linear congruential generator: layouts need numbers that are spread, not secret ones.
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return seed / 4_294_967_296;
  };
  const page = globalThis as unknown as { trueDate?: DateConstructor };
  page.trueDate ??= Date;
  const TrueDate = page.trueDate;
  const then = TrueDate.UTC(2000, 0, 1);
  class StillDate extends TrueDate {
    constructor(...parts: readonly unknown[]) {
      if (parts.length === 0) super(then);
      else super(...(parts as [number]));
    }
    static override now(): number {
      return then;
    }
  }
  globalThis.Date = StillDate as DateConstructor;
}
