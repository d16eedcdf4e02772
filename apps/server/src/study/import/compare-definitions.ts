/** Whether further data belongs to the study that a programme holds. */

import type { ReadDefinition } from "@manyi/study/check/read-definition";
import { definitionOf } from "@manyi/study/check/read-definition";
import type { StudyDefinition } from "@manyi/study/definition/study-definition";
import { issue, StudyError } from "@manyi/study/issue/issue";
import { answerKeys } from "../../programme/answer-keys.ts";
import type { DefinitionRecord } from "../../programme/definitions.ts";
import { definitionName } from "../local-study.ts";

/** @throws StudyError that says in which columns and parts the two differ */
export function refuseOtherStudy(existing: DefinitionRecord, other: ReadDefinition): void {
  if (other.hash === existing.hash) return;
  const known = definitionOf(Buffer.from(existing.study)).definition;
  const { missing, further } = difference(names(known), names(other.definition));
  const changed = changedParts(known, other.definition);
  // Only the writing differs: another order, another blank. It is another file all the same.
  const told = missing.length + further.length + changed.length > 0 ? changed : [definitionName];
  throw new StudyError([issue("definition-differs", { file: definitionName }, { missing, further, changed: told })]);
}

/** @throws StudyError that says which columns of the data differ; their order does not matter */
export function refuseOtherHeader(existing: DefinitionRecord, header: readonly string[], file: string): void {
  const { missing, further } = difference(answerKeys(existing.header), answerKeys(header));
  if (missing.length + further.length === 0) return;
  throw new StudyError([issue("definition-differs", { file, line: 1 }, { missing, further, changed: [] })]);
}

function difference(known: readonly string[], other: readonly string[]) {
  const [knownSet, otherSet] = [new Set(known), new Set(other)];
  return {
    missing: known.filter((name) => !otherSet.has(name)),
    further: other.filter((name) => !knownSet.has(name)),
  };
}

function names({ columns }: StudyDefinition): readonly string[] {
  return columns.map(({ name }) => name);
}

function changedParts(known: StudyDefinition, other: StudyDefinition): readonly string[] {
  const columns = new Map(known.columns.map((column) => [column.name, JSON.stringify(column)]));
  const changedColumns = other.columns
    .filter((column) => columns.has(column.name) && columns.get(column.name) !== JSON.stringify(column))
    .map(({ name }) => name);
  const parts = [
    "scales",
    "cases",
    "weights",
    "analysis",
    "measures",
    "index",
    "indicators",
    "waves",
    "units",
    "segments",
    "data",
  ] as const;
  return [...changedColumns, ...parts.filter((part) => JSON.stringify(known[part]) !== JSON.stringify(other[part]))];
}
