import type { Draft, Section } from "./report-document.ts";

/** Gives sections and subsections their numbers, `3` and `3.2`. */
export function numberSections(drafts: readonly Draft[]): readonly Section[] {
  return drafts.map((draft, index) => numbered(draft, `${index + 1}`));
}

function numbered(draft: Draft, number: string): Section {
  const subsections = (draft.subsections ?? []).map((subsection, index) =>
    numbered(subsection, `${number}.${index + 1}`),
  );
  return { anchor: draft.anchor, number, heading: draft.heading, blocks: draft.blocks, subsections };
}
