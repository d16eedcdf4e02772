type Growable = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** The array itself if it has room, else a copy of at least twice the size. */
export function withRoom<A extends Growable>(array: A, needed: number): A {
  if (needed <= array.length) return array;
  const grown = new (array.constructor as new (length: number) => A)(Math.max(needed, array.length * 2, 1024));
  grown.set(array);
  return grown;
}
