import type { LocalText } from "@manyi/study/definition/local-text";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { KeyFigureId } from "../results/key-figures.ts";

/** What a key figure is called, in the product's languages. */
export function keyFigureLabel(id: KeyFigureId): LocalText {
  return { zh: zh.keyFigures[id], en: en.keyFigures[id] };
}
