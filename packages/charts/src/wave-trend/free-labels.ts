/** A label centred somewhere along a line, with half its width and its air. */
export interface Label {
  readonly centre: number;
  readonly half: number;
}

/** Which labels can be shown without touching, the wanted ones in their order of importance.
 *  @param order indices of the labels to try, the most important first; one may come twice
 *  @returns indices of the labels that find room, ascending */
export function freeLabels(labels: readonly Label[], order: readonly number[]): readonly number[] {
  const shown: number[] = [];
  for (const index of new Set(order)) {
    const label = labels[index];
    if (label !== undefined && shown.every((other) => apart(label, labels[other]))) shown.push(index);
  }
  return shown.toSorted((a, b) => a - b);
}

/** Labels of an axis: the last and the first, between them every second, third … counted back from the last, so that
 *  the reader can count what stands between. What would touch the first is left out.
 *  @returns indices of the labels to show, ascending */
export function evenLabels(labels: readonly Label[]): readonly number[] {
  const last = labels.length - 1;
  for (let step = 1; step <= labels.length; step += 1) {
    const chosen = labels.map((_, index) => index).filter((index) => (last - index) % step === 0);
    if (freeLabels(labels, chosen).length === chosen.length) return freeLabels(labels, [last, 0, ...chosen]);
  }
  return [];
}

function apart(one: Label, other: Label | undefined): boolean {
  return other === undefined || Math.abs(one.centre - other.centre) >= one.half + other.half;
}
