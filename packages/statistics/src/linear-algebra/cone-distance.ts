/** Lengths and cosines below this, as shares of what they are made of, are rounding. */
const rounding = 1e-13;
/** Lawson and Hanson's steps are finite; a run this long is circling in rounding. */
const maximumSteps = 2000;

/**
 * The point of `start` + cone nearest to 0, where the cone holds all sums of its vectors z with factors ≥ 0. It has no obtuse angle
 * with any z, which is why it proves what it is asked for: that 0 is not reached.
 * @param scale length of what `start` was summed from, against which its rounding is measured
 * @param lowest the vector of the cone that lies furthest against a direction; each call gives an array of its own
 * @returns null where 0 is reached (to 1e-13 of `scale`), or the search does not settle
 * Source: Lawson & Hanson 1974, Solving Least Squares Problems, 23 (non-negative least squares; columns are made as they are needed)
 */
export function apartFromOrigin(
  start: Float64Array,
  scale: number,
  lowest: (direction: Float64Array) => Float64Array,
): Float64Array | null {
  let point = start;
  let span: SpannedVector[] = [];
  for (let step = 0; step < maximumSteps; step++) {
    const length = norm(point);
    if (!(length > rounding * scale)) return null;
    const next = lowest(point);
    if (!(dot(point, next) < -rounding * length * norm(next))) return point;
    const found = withVector(span, next, start);
    if (found === null) return null;
    ({ span, point } = found);
  }
  return null;
}

interface SpannedVector {
  readonly vector: Float64Array;
  readonly factor: number;
}

/** Factors of the nearest point with one vector more; vectors whose factor would fall below 0 leave. Null where rounding decides. */
function withVector(span: readonly SpannedVector[], vector: Float64Array, start: Float64Array) {
  let own = [...span, { vector, factor: 0 }];
  for (let isFirst = true; own.length > 0; isFirst = false) {
    const { factors, rest } = nearestInSpan(
      own.map((each) => each.vector),
      start,
    );
    if (factors.every((factor) => factor > 0)) {
      return { span: own.map((each, k) => ({ vector: each.vector, factor: factors[k] })), point: rest };
    }
    if (isFirst && !(factors[own.length - 1] > 0)) return null;
    const shares = own.map(({ factor }, k) => (factors[k] > 0 ? 1 : factor / (factor - factors[k])));
    const share = shares.reduce((least, each) => Math.min(least, each), 1);
    own = own
      .map((each, k) => ({ vector: each.vector, factor: each.factor + share * (factors[k] - each.factor) }))
      .filter(({ factor }, k) => shares[k] > share && factor > 0);
  }
  return null;
}

/** Least squares of −start on the vectors, by orthogonal directions made twice over, so that `rest` is at right angles to all digits. */
function nearestInSpan(vectors: readonly Float64Array[], start: Float64Array) {
  const count = vectors.length;
  const directions: Float64Array[] = [];
  const upper = vectors.map((vector, k) => {
    const { rest, along } = withoutDirections(vector, directions);
    const length = norm(rest);
    directions.push(rest.map((each) => each / length));
    along[k] = length;
    return along;
  });
  const { rest, along } = withoutDirections(start, directions);
  const factors = new Float64Array(count);
  for (let k = count - 1; k >= 0; k--) {
    let sum = -along[k];
    for (let later = k + 1; later < count; later++) sum -= upper[later][k] * factors[later];
    factors[k] = sum / upper[k][k];
  }
  return { factors, rest };
}

function withoutDirections(vector: Float64Array, directions: readonly Float64Array[]) {
  const rest = Float64Array.from(vector);
  const along = new Float64Array(directions.length + 1);
  for (let pass = 0; pass < 2; pass++) {
    directions.forEach((direction, k) => {
      const part = dot(rest, direction);
      along[k] += part;
      for (let i = 0; i < rest.length; i++) rest[i] -= part * direction[i];
    });
  }
  return { rest, along };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

export function norm(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}
