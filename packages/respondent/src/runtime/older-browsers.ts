/** What the oldest browsers lack of the library (Chrome before 93, Safari before 15.4), in the little that is used here. */

const object: { hasOwn?: unknown; fromEntries?: unknown } = Object;
const array: { flatMap?: unknown } = Array.prototype;

if (object.hasOwn === undefined) {
  object.hasOwn = (of: object, key: PropertyKey) => Object.getOwnPropertyDescriptor(of, key) !== undefined;
}
if (object.fromEntries === undefined) {
  object.fromEntries = (entries: Iterable<readonly [string, unknown]>) => {
    const made: Record<string, unknown> = {};
    for (const [key, value] of entries) {
      Object.defineProperty(made, key, { value, writable: true, enumerable: true, configurable: true });
    }
    return made;
  };
}
if (array.flatMap === undefined) {
  Object.defineProperty(Array.prototype, "flatMap", {
    value<T>(this: readonly T[], change: (value: T, index: number) => unknown): unknown[] {
      const none: unknown[] = [];
      return none.concat(...this.map((value, index) => change(value, index)));
    },
    writable: true,
    configurable: true,
  });
}
