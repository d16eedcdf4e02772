import type { LocalText } from "../definition/primitives.ts";

interface Asked {
  readonly text: LocalText;
  readonly help?: LocalText | undefined;
}

/** What a question says above its answers. */
export function wordsOf({ text, help }: Asked): readonly LocalText[] {
  return help === undefined ? [text] : [text, help];
}
