/**
 * Tests between groups. On a survey each key of `values` names the column that makes the groups (or, as `paired_A_B`, two columns of
 * the same people), and the outcome is sat10, or `options.outcome`; elsewhere each key names a CSV: outcome, group, and where it
 * has them the people.
 */
import type { DataTable } from "../../data-table.ts";
import type { Family } from "../../family.ts";
import { confidenceOf, treeAt } from "../../options.ts";
import type { ReferenceFile } from "../../reference-file.ts";
import { isTree, type ReferenceTree } from "../../reference-value.ts";
import { surveyTable } from "../../survey-table.ts";
import { severalGroups } from "./several-groups.ts";
import { textbookGroups } from "./textbook-groups.ts";
import { pairedColumns, twoGroups } from "./two-groups.ts";

export const groups: Family = {
  compute: (file) => {
    const isTextbook = Object.keys(file.values).some((key) => file.dataset.includes(`${key}.csv`));
    return isTextbook ? ofTextbooks(file) : ofSurvey(file);
  },
  // R's qtukey stops at about 1e-5 and ptukey at 1e-9; effectsize searches the limits of d until 1e-5; R's pf with a
  // noncentrality is right to 1e-9.
  tolerance: (path) => {
    const isStudentised =
      path.some((key) => /tukey|games_howell/.test(key)) && !/^(diff|estimate)$/.test(path.at(-1) ?? "");
    if (isStudentised) return { relative: 1e-5, absolute: 1e-5 };
    if (path.some((key) => /_ci$/.test(key) && /_[dg]_/.test(key))) return { absolute: 1e-5 };
    if (path.includes("eta2_ci")) return { relative: 1e-7 };
    return null;
  },
};

function ofTextbooks(file: ReferenceFile): ReferenceTree {
  const entries = Object.keys(file.values).map((name) => {
    const table = file.data(`${name}.csv`);
    const [outcome, group, person] = columnsOf(table);
    const asked = treeAt(file.values, name);
    const labels = table.text(group);
    const data = { outcome: table.numbers(outcome), labels, levels: levelsOf(labels, asked) };
    return [name, textbookGroups(data, person === undefined ? null : table.text(person), confidenceOf(file))] as const;
  });
  return Object.fromEntries(entries);
}

/** Outcome: the first column of numbers. Group: the first of texts, or the next of numbers. */
function columnsOf(table: DataTable): readonly string[] {
  const isNumeric = (name: string) =>
    table.text(name).every((field) => field.trim() === "" || !Number.isNaN(Number(field)));
  const outcome = table.names.find(isNumeric) ?? table.names[0];
  const others = table.names.filter((name) => name !== outcome);
  const group = others.find((name) => !isNumeric(name)) ?? others[0];
  return [outcome, group, ...others.filter((name) => name !== group)];
}

function ofSurvey(file: ReferenceFile): ReferenceTree {
  const survey = surveyTable(file);
  const [, required] = /rows with missing (\w+) removed/.exec(file.notes.join(" ")) ?? [];
  const isAnswered = required === undefined ? null : survey.numbers(required);
  const answered = survey.where((row) => isAnswered === null || !Number.isNaN(isAnswered[row]));
  const outcome = typeof file.options.outcome === "string" ? file.options.outcome : "sat10";
  const confidence = confidenceOf(file);
  const entries = Object.keys(file.values).map((name) => {
    const asked = treeAt(file.values, name);
    const [, first, second] = /^paired_(.+)_([^_]+)$/.exec(name) ?? [];
    if (first !== undefined && second !== undefined) {
      return [name, pairedColumns(answered.numbers(first), answered.numbers(second), confidence)] as const;
    }
    const dataOf = (table: DataTable) => {
      const labels = table.text(name);
      return { outcome: table.numbers(outcome), labels, levels: levelsOf(labels, asked) };
    };
    const data = dataOf(answered);
    const whole = { ...dataOf(survey), weights: survey.numbers("base_weight") };
    return [
      name,
      "t_pooled" in asked ? twoGroups(data, whole, confidence) : severalGroups(data, whole, confidence),
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** In the order in which the file names them; else sorted. */
function levelsOf(labels: readonly string[], asked: ReferenceTree): readonly string[] {
  const named = [asked.n_by_group, asked.n].find((each) => isTree(each));
  if (!isTree(named)) return [...new Set(labels)].filter((label) => label !== "").sort();
  const names = Object.keys(named);
  // Whole numbers come first among the keys of an object; among words R has them sorted as words.
  const numbers = names.filter((name) => /^\d+$/.test(name)).length;
  return numbers > 0 && numbers < names.length ? names.sort() : names;
}
