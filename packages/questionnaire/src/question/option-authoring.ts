/** What choices of every kind share where they are written: options, each with a label, and “other”. */
import { errorAt, type QuestionnaireIssue, type QuestionnairePath } from "../check/questionnaire-issue.ts";
import type { LocalText } from "../definition/primitives.ts";
import type { ChangePart } from "./type-authoring.ts";

interface Labelled {
  readonly label: LocalText;
}

export function mapOptions<Option extends Labelled>(options: readonly Option[], change: ChangePart): Option[] {
  return options.map((option, i) => ({ ...option, label: change(option.label, "needed", ["options", i, "label"]) }));
}

export function mapOther<Other extends Labelled>(other: Other | undefined, change: ChangePart): { other?: Other } {
  return other === undefined ? {} : { other: { ...other, label: change(other.label, "needed", ["other", "label"]) } };
}

export function tooFewOptions(options: number, least: number, at: QuestionnairePath): readonly QuestionnaireIssue[] {
  return options < least ? [errorAt("options-too-few", [...at, "options"], { least })] : [];
}
