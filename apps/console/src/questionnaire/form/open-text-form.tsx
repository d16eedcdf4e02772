import { usualLongest } from "@manyi/questionnaire/question/open-text/longest";
import type { OpenTextQuestion } from "@manyi/questionnaire/question/open-text/schema";
import { useMessages } from "../../language/use-language.ts";
import { withOptional } from "../edit/optional.ts";
import { NumberField } from "../fields/number-field.tsx";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { FormProps } from "./form-props.ts";

export function OpenTextForm({ question, onChange }: FormProps<OpenTextQuestion>) {
  const words = useMessages({ zh, en });
  return (
    <div className="pair">
      <NumberField
        label={words.lines}
        hint={words.linesHint}
        value={question.lines}
        minimum={1}
        maximum={20}
        field="lines"
        fault={words.between(1, 20)}
        onNumber={(lines) => onChange(withOptional(question, "lines", lines), "lines")}
      />
      <NumberField
        label={words.longest}
        hint={words.longestHint(usualLongest)}
        value={question.longest}
        minimum={1}
        maximum={5000}
        field="longest"
        fault={words.between(1, 5000)}
        onNumber={(longest) => onChange(withOptional(question, "longest", longest), "longest")}
      />
    </div>
  );
}
