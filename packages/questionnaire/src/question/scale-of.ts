import type { ItemScale } from "../item/item.ts";
import type { Scales } from "./type-rules.ts";

/** Of a draft that names a scale it does not have nothing can be answered: the scale is empty. */
export function scaleOf(name: string, scales: Scales): ItemScale {
  const scale = Object.hasOwn(scales, name) ? scales[name] : undefined;
  return { name, minimum: scale?.minimum ?? 1, maximum: scale?.maximum ?? 0 };
}
