/** A column's answers as groups of respondents, and which of them may be shown. */
import { codedColumn } from "@manyi/dataset/columns/column";
import { tabulate } from "@manyi/dataset/query/tabulate";
import type { Grouping as RowGroups } from "@manyi/statistics/index/index-moments";
import { firstAnswerCode } from "@manyi/study/coding/answer-coder";
import type { LocalText } from "@manyi/study/definition/local-text";
import { columnLabel } from "../plan/analysis-plan.ts";
import type { Run } from "../plan/run.ts";
import type { Group } from "../results/compare.ts";
import type { Condition, Figure, Suppressed } from "../results/figure.ts";

export interface Grouping {
  readonly column: string;
  readonly label: LocalText;
  readonly groups: readonly Group[];
  /** Position of each group among the column's answers. */
  readonly answers: readonly number[];
  readonly rows: RowGroups;
  /** Respondents a group needs before anything of it is shown. */
  readonly minimum: number;
  readonly filterOf: (group: number) => readonly Condition[];
}

/** Groups in the order of the code book (or, where it has none, of their codes); groups without anybody are left out. */
export function groupingOf(run: Run, name: string): Grouping {
  const column = codedColumn(run.plan.dataset, name);
  const cells = tabulate(run.plan.dataset, [name], [], null);
  const declared = run.plan.definition.columns.find((c) => c.name === name)?.scale;
  const scale = declared === undefined ? undefined : run.plan.definition.scales[declared];
  const isOpen = scale === undefined || (scale.kind === "nominal" && scale.answers === undefined);
  const present = column.answers
    .map((answer, i) => ({ answer, i, n: cells.count[firstAnswerCode + i] }))
    .filter(({ n }) => n > 0);
  if (isOpen) present.sort((a, b) => collator.compare(a.answer.code, b.answer.code));
  const shown = shownGroups(
    present.map(({ n }) => n),
    run.plan.minimumGroup,
  );
  const position = new Map(present.map(({ i }, g) => [firstAnswerCode + i, g]));
  const byCode = Int32Array.from(
    { length: firstAnswerCode + column.answers.length },
    (_, code) => position.get(code) ?? -1,
  );
  return {
    column: name,
    label: columnLabel(run.plan.definition, name),
    groups: present.map(({ answer, n }, g) => ({ code: answer.code, label: answer.label, n: shown[g] ? n : null })),
    answers: present.map(({ i }) => i),
    rows: { codes: Int32Array.from(column.codes, (code) => byCode[code]), count: present.length },
    minimum: run.plan.minimumGroup,
    filterOf: (group) => [{ column: name, codes: [present[group].answer.code] }],
  };
}

const collator = new Intl.Collator("zh", { numeric: true });

/** A group below the minimum is hidden. Where the hidden ones together are still fewer than the minimum, the total
 *  less the shown groups would tell of them: then the next smallest is hidden too. */
export function shownGroups(sizes: readonly number[], minimum: number): readonly boolean[] {
  const shown = sizes.map((n) => n >= minimum);
  let hidden = sizes.reduce((sum, n, g) => (shown[g] ? sum : sum + n), 0);
  while (hidden > 0 && hidden < minimum && shown.includes(true)) {
    const next = sizes.reduce((best, n, g) => (shown[g] && (best === -1 || n < sizes[best]) ? g : best), -1);
    shown[next] = false;
    hidden += sizes[next];
  }
  return shown;
}

/** One measure's figures of all groups as they may be shown: nothing of a hidden group, nothing that rests on too few
 *  answers, and no single gap that the total would fill. */
export function guardedFigures(grouping: Grouping, figures: readonly Figure[]): readonly Figure[] {
  const answers = figures.map(({ result }) => (result.kind === "suppressed" ? 0 : result.n));
  const enough = shownGroups(answers, grouping.minimum);
  return figures.map((figure, group) =>
    grouping.groups[group].n === null || !enough[group] ? { ...figure, result: suppressed(grouping) } : figure,
  );
}

function suppressed(grouping: Grouping): Suppressed {
  return { kind: "suppressed", minimum: grouping.minimum };
}
