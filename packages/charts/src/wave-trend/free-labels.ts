/** A label centred somewhere along a line, with half its width and its air. */
export interface Label {
  readonly centre: number;
  readonly half: number;
}

/** Which labels can be shown without touching: the last one always, then the first, then those between, in order.
 *  @returns indices of the labels that find room, ascending */
export function freeLabels(labels: readonly Label[]): readonly number[] {
  const between = labels.map((_, index) => index).slice(1, -1);
  const shown: number[] = [];
  for (const index of new Set([labels.length - 1, 0, ...between])) {
    const label = labels[index];
    if (label !== undefined && shown.every((other) => apart(label, labels[other]))) shown.push(index);
  }
  return shown.toSorted((a, b) => a - b);
}

function apart(one: Label, other: Label | undefined): boolean {
  return other === undefined || Math.abs(one.centre - other.centre) >= one.half + other.half;
}
