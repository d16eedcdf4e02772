import type { LocalText } from "@manyi/study/definition/local-text";
import { type Bilingual, bilingual } from "./bilingual.ts";

/** Signs of a name that stands beside another in one cell, so that both can be read. */
const longest = { zh: 16, en: 32 };

export function shortened(label: LocalText): Bilingual {
  const { zh, en } = bilingual(label);
  return { zh: clipped(zh, longest.zh), en: clipped(en, longest.en) };
}

function clipped(text: string, most: number): string {
  const signs = [...text];
  return signs.length <= most
    ? text
    : `${signs
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}
