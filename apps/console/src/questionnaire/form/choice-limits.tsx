import { SelectField } from "../../controls/field.tsx";
import { useMessages } from "../../language/use-language.ts";
import { withOptional } from "../edit/optional.ts";
import { NumberField } from "../fields/number-field.tsx";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { ChoiceQuestion } from "./choice-question.ts";
import type { FormProps } from "./form-props.ts";

const appearances = ["list", "dropdown"] as const;

/** Of a single choice how it looks; of a multiple one how many may be chosen. */
export function ChoiceLimits({ question, onChange }: FormProps<ChoiceQuestion>) {
  const words = useMessages({ zh, en });
  if (question.type === "single-choice") {
    return (
      <SelectField
        label={words.appearance}
        value={question.appearance ?? "usual"}
        options={[
          { value: "usual", text: words.choiceLooks.usual },
          ...appearances.map((value) => ({ value, text: words.choiceLooks[value] })),
        ]}
        onChoose={(look) =>
          onChange(
            withOptional(
              question,
              "appearance",
              appearances.find((each) => each === look),
            ),
          )
        }
      />
    );
  }
  return (
    <div className="pair">
      <NumberField
        label={words.least}
        value={question.least}
        minimum={1}
        maximum={100}
        field="least"
        fault={words.between(1, 100)}
        onNumber={(least) => onChange(withOptional(question, "least", least), "least")}
      />
      <NumberField
        label={words.most}
        value={question.most}
        minimum={1}
        maximum={100}
        field="most"
        fault={words.between(1, 100)}
        onNumber={(most) => onChange(withOptional(question, "most", most), "most")}
      />
    </div>
  );
}
