import type { LocalText } from "../definition/primitives.ts";
import type { ItemScale } from "../item/item.ts";
import type { Scales } from "./type-rules.ts";

/** Of a draft that names a scale it does not have nothing can be answered: the scale is empty. */
export function scaleOf(name: string, scales: Scales): ItemScale {
  const scale = Object.hasOwn(scales, name) ? scales[name] : undefined;
  return { name, minimum: scale?.minimum ?? 1, maximum: scale?.maximum ?? 0 };
}

/** The words of the points that have any, from the least. */
export function pointsOf(name: string, scales: Scales): readonly LocalText[] {
  const labels = Object.hasOwn(scales, name) ? scales[name]?.labels : undefined;
  const inOrder = Object.entries(labels ?? {}).toSorted(([a], [b]) => Number(a) - Number(b));
  return inOrder.map(([, label]) => label);
}
