import { largestNumber } from "@manyi/questionnaire/question/number/largest-number";
import type { NumberQuestion } from "@manyi/questionnaire/question/number/schema";
import { useMessages } from "../../language/use-language.ts";
import { withOptional } from "../edit/optional.ts";
import { isBlank } from "../edit/text-edits.ts";
import { NumberField } from "../fields/number-field.tsx";
import { TextSet } from "../fields/text-set.tsx";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { FormProps } from "./form-props.ts";

const mostDecimals = 6;

/** How small, how large, how exact, and in which unit. */
export function NumberForm({ question, onChange }: FormProps<NumberQuestion>) {
  const words = useMessages({ zh, en });
  const bound = (property: "minimum" | "maximum", label: string) => (
    <NumberField
      label={label}
      hint={words.boundHint}
      value={question[property]}
      minimum={-largestNumber}
      maximum={largestNumber}
      kind="decimal"
      field={property}
      fault={words.numberWanted}
      onNumber={(value) => onChange(withOptional(question, property, value), property)}
    />
  );
  return (
    <>
      <div className="pair">
        {bound("minimum", words.smallest)}
        {bound("maximum", words.largest)}
      </div>
      <NumberField
        label={words.decimals}
        hint={words.decimalsHint}
        value={question.decimals}
        minimum={0}
        maximum={mostDecimals}
        field="decimals"
        fault={words.between(0, mostDecimals)}
        onNumber={(decimals) => onChange(withOptional(question, "decimals", decimals), "decimals")}
      />
      <TextSet
        label={words.unit}
        hint={words.unitHint}
        text={question.unit ?? {}}
        at="unit"
        need="optional"
        onText={(unit, field) => onChange(withOptional(question, "unit", isBlank(unit) ? undefined : unit), field)}
      />
    </>
  );
}
