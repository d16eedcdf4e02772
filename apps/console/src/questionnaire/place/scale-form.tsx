import { Button } from "../../controls/button.tsx";
import { SelectField } from "../../controls/field.tsx";
import { useMessages } from "../../language/use-language.ts";
import { withOptional } from "../edit/optional.ts";
import { addScale, changeScale, removeScale, uses, withRange } from "../edit/scale-edits.ts";
import { useDraft, useEdit, useEditor } from "../editor/editor-context.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import { ScalePoints } from "./scale-points.tsx";
import { ScaleTabs } from "./scale-tabs.tsx";

const points = Array.from({ length: 11 }, (_, value) => value);

/** A scale: its range, its good end, the words of its points, and what they are worth. */
export function ScaleForm({ code }: { readonly code: string }) {
  const words = useMessages({ zh, en });
  const edit = useEdit();
  const { published, mayEdit, go, store } = useEditor();
  const scale = useDraft((draft) => draft.scales[code] ?? null);
  const used = useDraft((draft) => uses(draft, code));
  if (scale === null) return <p className="muted">{words.gone}</p>;
  const locked = published !== null && Object.hasOwn(published.scales, code) && uses(published, code) > 0;
  const conversion = scale.conversion?.kind ?? "range";
  const add = () => {
    edit(addScale());
    const name = Object.keys(store.draft().scales).at(-1);
    if (name !== undefined) go({ kind: "scale", code: name }, null);
  };
  return (
    <div className="place-form">
      <div className="row apart">
        <h2>{words.parts.scales}</h2>
        {mayEdit ? (
          <Button size="compact" onClick={add}>
            {words.newScale}
          </Button>
        ) : null}
      </div>
      <ScaleTabs chosen={code} />
      <p className="muted">{locked ? words.scaleLocked : words.usedBy(used)}</p>
      <fieldset className="field-set pair" disabled={locked}>
        <RangeEnd end="minimum" code={code} value={scale.minimum} />
        <RangeEnd end="maximum" code={code} value={scale.maximum} />
        <SelectField
          label={words.best}
          value={scale.best ?? "highest"}
          options={(["highest", "lowest"] as const).map((value) => ({ value, text: words.bests[value] }))}
          onChoose={(best) =>
            edit(changeScale(code, (each) => withOptional(each, "best", best === "highest" ? undefined : best)))
          }
        />
        <SelectField
          label={words.conversion}
          value={conversion}
          options={(["range", "marks"] as const).map((value) => ({ value, text: words.conversions[value] }))}
          onChoose={(kind) =>
            edit(
              changeScale(code, (each) =>
                withOptional(each, "conversion", kind === "range" ? undefined : { kind, marks: {} }),
              ),
            )
          }
        />
      </fieldset>
      <ScalePoints code={code} scale={scale} marksLocked={locked} />
      {mayEdit && used === 0 ? (
        <div>
          <Button size="compact" onClick={() => edit(removeScale(code))}>
            {words.removeScale}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

interface RangeEndProps {
  readonly end: "minimum" | "maximum";
  readonly code: string;
  readonly value: number;
}

/** One end of the range; the other one makes room so that there are always two points. */
function RangeEnd({ end, code, value }: RangeEndProps) {
  const words = useMessages({ zh, en });
  const edit = useEdit();
  const choose = (chosen: number) =>
    edit(
      changeScale(code, (scale) =>
        end === "minimum"
          ? withRange(scale, chosen, Math.max(scale.maximum, chosen + 1))
          : withRange(scale, Math.min(scale.minimum, chosen - 1), chosen),
      ),
    );
  const options = points.filter((each) => (end === "minimum" ? each < 10 : each > 0));
  return (
    <SelectField
      label={words.rangeEnds[end]}
      value={String(value)}
      options={options.map((each) => ({ value: String(each), text: String(each) }))}
      onChoose={(chosen) => choose(Number(chosen))}
    />
  );
}
