import type { Item } from "@manyi/questionnaire/item/item";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import { type Indicator, indicatorsOf } from "../edit/indicator-edits.ts";
import { measures } from "../edit/scoring-edits.ts";
import { readIn } from "../edit/text-edits.ts";
import { useDraft, useEditor } from "../editor/editor-context.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

/** What the question's answers are used for, with the way to where that is said. */
export function MeasuresOf({ items }: { readonly items: readonly Item[] }) {
  const words = useMessages({ zh, en });
  const screen = useLanguage();
  const { go } = useEditor();
  const scoring = useDraft((draft) => draft.scoring);
  const indicators = useDraft(indicatorsOf);
  if (items.every(({ kind }) => kind === "text")) return null;
  const names = new Set(items.map(({ name }) => name));
  const uses = [
    ...measures.filter((measure) => names.has(scoring.measures?.[measure] ?? "")).map((each) => words.measures[each]),
    ...leaves(indicators)
      .filter(({ item }) => names.has(item ?? ""))
      .map(({ label, code }) => readIn(label, screen) || code),
    ...((scoring.segments ?? []).some((item) => names.has(item)) ? [words.segments] : []),
    ...((scoring.units ?? []).some((item) => names.has(item)) ? [words.units] : []),
  ];
  return (
    <p className="measures-of">
      <span className="muted">{uses.length === 0 ? words.measuresNothing : words.measuresWhat}</span>
      {uses.map((use) => (
        <span key={use} className="tag">
          {use}
        </span>
      ))}
      <button type="button" className="text-link" onClick={() => go({ kind: "scoring" }, null)}>
        {words.toScoring}
      </button>
    </p>
  );
}

function leaves(indicators: readonly Indicator[]): readonly Indicator[] {
  return indicators.flatMap((each) => (each.children === undefined ? [each] : leaves(each.children)));
}
