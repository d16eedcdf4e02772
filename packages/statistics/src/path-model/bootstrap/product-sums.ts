/**
 * Sums of products of all columns over a resample: where nearly all of a bootstrap's time goes. Rows are gathered in blocks that stay in
 * the processor's nearest cache, and four columns are multiplied with two at once, so that additions do not wait for each other.
 */
import type { Packing } from "./packed-columns.ts";
import { addUnpacked, packingOf, packWeighted } from "./packed-columns.ts";
import type { ResampleRows } from "./resample-rows.ts";

/** Weighted by how often each row was drawn, times its case weight. */
export interface ProductSums {
  weight: number;
  /** Σ f x */
  readonly linear: Float64Array;
  /** Σ f x y, x by row; only y from x on. */
  readonly products: Float64Array;
  /** Length of a row of products. */
  readonly stride: number;
}

export interface ProductSummer {
  readonly rows: ResampleRows;
  readonly packing: Packing;
  /** Packed columns. */
  readonly groups: number;
  readonly sums: ProductSums;
  /** The distinct rows drawn, and how often each still has to be taken. */
  readonly drawn: Uint32Array;
  readonly remaining: Float64Array;
  readonly block: Block;
}

/** Rows taken together. */
const blockRows = 256;

interface Block {
  readonly rows: Uint32Array;
  readonly weights: Float64Array;
  /** As they are; zeros fill up the last four, and the last packed column. */
  readonly left: readonly Float64Array[];
  /** Packed and weighted; zeros follow the last. */
  readonly right: readonly Float64Array[];
  /** Four sums with one packed column, then four with the next. */
  readonly found: Float64Array;
}

/** Buffers for the sums of any number of resamples. */
export function productSummer(rows: ResampleRows): ProductSummer {
  const size = rows.columns.values.length;
  const packing = packingOf(rows.columns, rows.caseWeights === null ? "none" : "case-weights");
  const groups = Math.ceil(size / packing.columnsPerNumber);
  const stride = groups * packing.columnsPerNumber;
  const distinct = rows.multiplicities.length;
  const blocks = (count: number) => Array.from({ length: count }, () => new Float64Array(blockRows));
  return {
    rows,
    packing,
    groups,
    sums: { weight: 0, linear: new Float64Array(stride), products: new Float64Array(size * stride), stride },
    drawn: new Uint32Array(distinct + 1),
    remaining: new Float64Array(distinct + 1),
    block: {
      rows: new Uint32Array(blockRows),
      weights: new Float64Array(blockRows),
      left: blocks(Math.max(stride, Math.ceil(size / 4) * 4)),
      right: blocks(groups + 1),
      found: new Float64Array(8),
    },
  };
}

/** @param times how often each distinct row was drawn
 *  @returns the summer's own buffers, overwritten by the next resample */
export function sumProducts(summer: ProductSummer, times: Uint32Array): ProductSums {
  const { sums, drawn, remaining } = summer;
  sums.weight = 0;
  sums.linear.fill(0);
  sums.products.fill(0);
  let count = 0;
  for (let row = 0; row < times.length; row++) {
    // Written in any case and overwritten where it was not drawn: whether it was is a coin toss that no processor foresees.
    drawn[count] = row;
    remaining[count] = times[row];
    count += times[row] === 0 ? 0 : 1;
  }
  for (let next = 0; next < count; ) {
    const filled = fillBlock(summer, next, count);
    gatherBlock(summer, filled.size);
    multiplyBlock(summer, filled.size);
    next = filled.next;
  }
  return sums;
}

/** Takes drawn rows from `next` on, as many as a block holds and a packed sum bears; of a row drawn more often than that, a part. */
function fillBlock({ block, drawn, remaining, packing }: ProductSummer, next: number, count: number) {
  let size = 0;
  let room = packing.rowsPerSum;
  let at = next;
  while (at < count && size < blockRows && room > 0) {
    const taken = Math.min(remaining[at], room);
    block.rows[size] = drawn[at];
    block.weights[size] = taken;
    size += 1;
    room -= taken;
    remaining[at] -= taken;
    if (remaining[at] === 0) at += 1;
  }
  return { size, next: at };
}

function gatherBlock({ rows, block, groups, sums, packing }: ProductSummer, size: number): void {
  const { caseWeights, columns } = rows;
  if (caseWeights !== null) for (let r = 0; r < size; r++) block.weights[r] *= caseWeights[block.rows[r]];
  for (let r = 0; r < size; r++) sums.weight += block.weights[r];
  for (let k = 0; k < columns.values.length; k++) gather(columns.values[k], block.rows, block.left[k], size);
  for (let group = 0; group < groups; group++) {
    const first = group * packing.columnsPerNumber;
    const sum = packWeighted(packing, block.left, first, block.weights, block.right[group], size);
    addUnpacked(packing, sum, sums.linear, first);
  }
}

function gather(column: Uint8Array | Float64Array, rows: Uint32Array, into: Float64Array, size: number): void {
  for (let r = 0; r < size; r++) into[r] = column[rows[r]];
}

function multiplyBlock({ rows, groups, block, packing, sums }: ProductSummer, size: number): void {
  const { columnsPerNumber } = packing;
  const columns = rows.columns.values.length;
  const { found } = block;
  for (let k = 0; k < columns; k += 4) {
    for (let group = Math.floor(k / columnsPerNumber); group < groups; group += 2) {
      multiplyFourByTwo(block, k, group, size);
      for (let one = 0; one < 4 && k + one < columns; one++) {
        const place = (k + one) * sums.stride + group * columnsPerNumber;
        addUnpacked(packing, found[one], sums.products, place);
        if (group + 1 < groups) addUnpacked(packing, found[4 + one], sums.products, place + columnsPerNumber);
      }
    }
  }
}

/** Arrays of the four and the two stay out of the loop: destructuring in it takes six times as long. */
function multiplyFourByTwo({ left, right, found }: Block, k: number, group: number, size: number): void {
  const [a, b, c, d] = [left[k], left[k + 1], left[k + 2], left[k + 3]];
  const [x, y] = [right[group], right[group + 1]];
  let ax = 0;
  let bx = 0;
  let cx = 0;
  let dx = 0;
  let ay = 0;
  let by = 0;
  let cy = 0;
  let dy = 0;
  for (let r = 0; r < size; r++) {
    const atX = x[r];
    const atY = y[r];
    ax += a[r] * atX;
    bx += b[r] * atX;
    cx += c[r] * atX;
    dx += d[r] * atX;
    ay += a[r] * atY;
    by += b[r] * atY;
    cy += c[r] * atY;
    dy += d[r] * atY;
  }
  found[0] = ax;
  found[1] = bx;
  found[2] = cx;
  found[3] = dx;
  found[4] = ay;
  found[5] = by;
  found[6] = cy;
  found[7] = dy;
}
