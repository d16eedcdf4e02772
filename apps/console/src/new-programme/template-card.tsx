import type { Template } from "@manyi/contract/questionnaire/questionnaires";
import { textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { languageName } from "../questionnaire/fields/language-name.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface TemplateCardProps {
  readonly template: Template;
  readonly chosen: "yes" | "no";
  readonly onChoose: () => void;
}

/** What a template measures and what it asks of a respondent; a radio button, so arrow keys go through them. */
export function TemplateCard({ template, chosen, onChoose }: TemplateCardProps) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const { title, description, indicators, questions, seconds, languages } = template;
  const names = languages.map((each) => languageName(each, language)).join(words.listed);
  return (
    <label className="template">
      <input type="radio" name="template" checked={chosen === "yes"} onChange={onChoose} />
      <span>
        <span className="template-title">{textIn(title, language)}</span>
        <span className="template-what">{textIn(description, language)}</span>
        <span className="muted small template-facts">
          <span className="nowrap">{words.indicators(indicators)}</span> ·{" "}
          <span className="nowrap">{words.questions(questions)}</span> ·{" "}
          <span className="nowrap">{words.duration(seconds)}</span> · {names}
        </span>
      </span>
    </label>
  );
}
