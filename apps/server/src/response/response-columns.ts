import type { ResponseColumn } from "@manyi/contract/programme/responses";
import { definitionOf } from "@manyi/study/check/read-definition";
import { plainName } from "@manyi/study/data/match-header";
import { answerKeys } from "../programme/answer-keys.ts";
import type { DefinitionRecord } from "../programme/definitions.ts";
import { localTextOf } from "../programme/local-text-of.ts";

/** The columns of the data in the order of the file, each with what the study says it asks. */
export function responseColumns({ study, header }: Pick<DefinitionRecord, "study" | "header">): ResponseColumn[] {
  const declared = definitionOf(Buffer.from(study)).definition.columns;
  const labels = new Map(declared.map(({ name, label }) => [plainName(name), label]));
  return answerKeys(header).map((code) => {
    const label = labels.get(code);
    return { code, label: label === undefined ? null : localTextOf(label) };
  });
}
