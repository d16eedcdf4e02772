import type { RatingQuestion } from "@manyi/questionnaire/question/rating/schema";
import { SelectField } from "../../controls/field.tsx";
import { useMessages } from "../../language/use-language.ts";
import { withOptional } from "../edit/optional.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import type { FormProps } from "./form-props.ts";
import { ScaleChoice } from "./scale-choice.tsx";

const appearances = ["words", "numbers", "stars", "smileys"] as const;

export function RatingForm({ question, onChange }: FormProps<RatingQuestion>) {
  const words = useMessages({ zh, en });
  return (
    <div className="pair">
      <ScaleChoice scale={question.scale} onChoose={(scale) => onChange({ ...question, scale })} />
      <SelectField
        label={words.appearance}
        value={question.appearance ?? "usual"}
        options={[
          { value: "usual", text: words.appearances.usual },
          ...appearances.map((value) => ({ value, text: words.appearances[value] })),
        ]}
        onChoose={(appearance) =>
          onChange(
            withOptional(
              question,
              "appearance",
              appearances.find((each) => each === appearance),
            ),
          )
        }
      />
    </div>
  );
}
