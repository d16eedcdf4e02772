import type { AnswerScale } from "@manyi/questionnaire/definition/answer-scale";
import { valuesOf } from "@manyi/questionnaire/definition/scale-values";
import { useMessages } from "../../language/use-language.ts";
import { withOptional } from "../edit/optional.ts";
import { changeScale, worthOf } from "../edit/scale-edits.ts";
import { isBlank } from "../edit/text-edits.ts";
import { useEdit } from "../editor/editor-context.ts";
import { NumberField } from "../fields/number-field.tsx";
import { TextInputs } from "../fields/text-inputs.tsx";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

interface ScalePointsProps {
  readonly code: string;
  readonly scale: AnswerScale;
  /** Published: what an answer is worth may not change. */
  readonly marksLocked: boolean;
}

/** The points of a scale, the best on top: words in every language, and their worth between 0 and 100. */
export function ScalePoints({ code, scale, marksLocked }: ScalePointsProps) {
  const words = useMessages({ zh, en });
  const edit = useEdit();
  const values = scale.best === "lowest" ? valuesOf(scale) : valuesOf(scale).toReversed();
  const isEnd = (value: number) => value === scale.minimum || value === scale.maximum;
  return (
    <fieldset className="field-set" data-field="labels">
      <legend>{words.points}</legend>
      <p className="field-hint">{words.pointsHint}</p>
      <ol className="edit-list">
        {values.map((value) => (
          <li key={value} className="edit-row scale-point">
            <span className="point">{value}</span>
            <TextInputs
              label={words.point(value)}
              text={scale.labels[String(value)] ?? {}}
              at={`labels.${value}`}
              need={isEnd(value) ? "needed" : "optional"}
              onText={(text, field) =>
                edit(
                  changeScale(code, (each) => ({
                    ...each,
                    labels: withOptional(each.labels, String(value), isBlank(text) ? undefined : text),
                  })),
                  `${code}.${field}`,
                )
              }
            />
            {scale.conversion?.kind === "marks" && !marksLocked ? (
              <NumberField
                label={words.worth}
                kind="decimal"
                value={scale.conversion.marks?.[String(value)]}
                minimum={0}
                maximum={100}
                field={`conversion.marks.${value}`}
                fault={words.between(0, 100)}
                onNumber={(mark) =>
                  edit(
                    changeScale(code, (each) => ({
                      ...each,
                      conversion: {
                        kind: "marks",
                        marks: withOptional(each.conversion?.marks ?? {}, String(value), mark),
                      },
                    })),
                    `${code}.marks.${value}`,
                  )
                }
              />
            ) : (
              <span className="worth">{words.worthOf(shown(worthOf(scale, value)))}</span>
            )}
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

/** `75`, `33.3`; a dash where there is none yet. */
function shown(worth: number | null): string {
  if (worth === null) return "—";
  return Number.isInteger(worth) ? String(worth) : worth.toFixed(1);
}
