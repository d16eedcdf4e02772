import type { Item } from "@manyi/questionnaire/item/item";
import { itemsOf } from "@manyi/questionnaire/item/items-of";
import { Button } from "../../controls/button.tsx";
import { SelectField } from "../../controls/field.tsx";
import { keyed } from "../../controls/keyed.ts";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import { itemText } from "../condition/condition-text.ts";
import { addIndicator, indicatorsOf } from "../edit/indicator-edits.ts";
import { measures, setMeasure, setWeights } from "../edit/scoring-edits.ts";
import { useDraft, useEdit, useEditor } from "../editor/editor-context.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import { GroupingBoxes } from "./grouping-boxes.tsx";
import { IndicatorNode } from "./indicator-node.tsx";

const weightKinds = ["equal", "entered", "stated", "correlation", "regression", "lmg", "johnson", "entropy"] as const;

/** What the answers measure: the indicator system, the key figures, what results are broken down by. */
export function ScoringForm() {
  const words = useMessages({ zh, en });
  const edit = useEdit();
  const { mayEdit } = useEditor();
  const indicators = useDraft(indicatorsOf);
  const weights = useDraft((draft) => draft.scoring.weights ?? "equal");
  // All items depend on all questions; typing elsewhere does not draw this form, since only one is shown.
  const items = itemsOf(useDraft((draft) => draft));
  const rated = items.filter(({ kind }) => kind === "rating");
  return (
    <div className="place-form">
      <h2>{words.parts.scoring}</h2>
      <p className="muted measure">{words.scoringWhat}</p>
      <fieldset className="field-set" data-field="indicators">
        <legend>{words.indicators}</legend>
        <p className="field-hint">{words.indicatorsHint}</p>
        <ol className="indicators">
          {keyed(indicators).map(({ key, item: node, index }) => (
            <IndicatorNode
              key={key}
              node={node}
              path={[index]}
              siblings={indicators.length}
              rated={rated}
              weights={weights}
            />
          ))}
        </ol>
        {mayEdit ? (
          <Button size="compact" onClick={() => edit(addIndicator([]))}>
            {words.addDimension}
          </Button>
        ) : null}
      </fieldset>
      <SelectField
        label={words.weights}
        hint={words.weightHints[weights]}
        value={weights}
        options={weightKinds.map((value) => ({ value, text: words.weightKinds[value] }))}
        onChoose={(kind) => edit(setWeights(kind))}
      />
      <Measures rated={rated} />
      <GroupingBoxes items={items} grouping="segments" />
      <GroupingBoxes items={items} grouping="units" />
    </div>
  );
}

function Measures({ rated }: { readonly rated: readonly Item[] }) {
  const words = useMessages({ zh, en });
  const screen = useLanguage();
  const edit = useEdit();
  const chosen = useDraft((draft) => draft.scoring.measures);
  return (
    <fieldset className="field-set" data-field="measures">
      <legend>{words.keyFigures}</legend>
      <div className="pair">
        {measures.map((measure) => {
          const item = chosen?.[measure] ?? "";
          const known = item === "" || rated.some(({ name }) => name === item);
          return (
            <SelectField
              key={measure}
              label={words.measures[measure]}
              value={item}
              options={[
                { value: "", text: words.notMeasured },
                ...(known ? [] : [{ value: item, text: words.itemGone(item) }]),
                ...rated.map((each) => ({ value: each.name, text: itemText(each, screen) })),
              ]}
              onChoose={(name) => edit(setMeasure(measure, name === "" ? null : name))}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
