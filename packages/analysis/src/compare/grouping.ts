/** A column's answers as groups of respondents, and which of them may be shown. */
import { codedColumn } from "@manyi/dataset/columns/column";
import type { Filter } from "@manyi/dataset/query/filter";
import { tabulate } from "@manyi/dataset/query/tabulate";
import type { Grouping as RowGroups } from "@manyi/statistics/index/index-moments";
import { firstAnswerCode } from "@manyi/study/coding/answer-coder";
import type { LocalText } from "@manyi/study/definition/local-text";
import { columnLabel } from "../plan/analysis-plan.ts";
import type { Run } from "../plan/run.ts";
import type { Group } from "../results/compare.ts";
import type { Condition, Figure } from "../results/figure.ts";
import { knownTotals } from "./known-totals.ts";
import { hiddenGroups, type KnownTotal } from "./shown-groups.ts";

export interface Grouping {
  readonly column: string;
  readonly label: LocalText;
  readonly groups: readonly Group[];
  /** Position of each group among the column's answers. */
  readonly answers: readonly number[];
  readonly rows: RowGroups;
  /** Respondents a group needs before anything of it is shown. */
  readonly minimum: number;
  /** The first is that of everybody. */
  readonly totals: readonly KnownTotal[];
  readonly filterOf: (group: number) => readonly Condition[];
}

/** Groups in the order of the code book (or, where it has none, of their codes); groups without anybody are left out.
 *  @param filter of whom the groups are counted; `rows` are those of everybody */
export function groupingOf(run: Run, name: string, filter: Filter = []): Grouping {
  const column = codedColumn(run.plan.dataset, name);
  const cells = tabulate(run.plan.dataset, [name], filter, null);
  const declared = run.plan.definition.columns.find((c) => c.name === name)?.scale;
  const scale = declared === undefined ? undefined : run.plan.definition.scales[declared];
  const isOpen = scale === undefined || (scale.kind === "nominal" && scale.answers === undefined);
  const present = column.answers
    .map((answer, i) => ({ answer, i, n: cells.count[firstAnswerCode + i] }))
    .filter(({ n }) => n > 0);
  if (isOpen) present.sort((a, b) => collator.compare(a.answer.code, b.answer.code));
  const answers = present.map(({ i }) => i);
  const totals = knownTotals(run, name, answers, filter);
  const sizes = present.map(({ n }) => n);
  const hidden = hiddenGroups(sizes, run.plan.minimumGroup, totals);
  const position = new Map(present.map(({ i }, g) => [firstAnswerCode + i, g]));
  const byCode = Int32Array.from(
    { length: firstAnswerCode + column.answers.length },
    (_, code) => position.get(code) ?? -1,
  );
  return {
    column: name,
    label: columnLabel(run.plan.definition, name),
    groups: present.map(({ answer, n }, g) => ({
      code: answer.code,
      label: answer.label,
      n: hidden[g] === null ? n : null,
      hidden: hidden[g],
    })),
    answers,
    rows: { codes: Int32Array.from(column.codes, (code) => byCode[code]), count: present.length },
    minimum: run.plan.minimumGroup,
    totals,
    filterOf: (group) => [...filter, { column: name, codes: [present[group].answer.code] }],
  };
}

const collator = new Intl.Collator("zh", { numeric: true });

/** One measure's figures of all groups as they may be shown: nothing of a hidden group, nothing that rests on too few
 *  answers, and no gap that a total would fill.
 *  @param support answers that each figure rests on at its thinnest
 *  @param total answers to the measure in the whole sample */
export function guardedFigures(
  grouping: Grouping,
  figures: readonly Figure[],
  support: readonly number[],
  total: number,
): readonly Figure[] {
  const known = support.reduce((sum, n) => sum + n, 0);
  const [everybody, ...others] = grouping.totals;
  const totals = [{ ...everybody, others: Math.max(0, total - known) }, ...others];
  const hidden = hiddenGroups(support, grouping.minimum, totals);
  return figures.map((figure, group) => {
    const reason = grouping.groups[group].hidden ?? hidden[group];
    return reason === null ? figure : { ...figure, result: { kind: "suppressed", reason, minimum: grouping.minimum } };
  });
}
