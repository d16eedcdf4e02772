/** From a request to the results it means: the programme within the caller's rights, a wave of it, a weight of its study. */
import { ProblemError } from "@manyi/contract/problem/problem";
import { definitionOf } from "@manyi/study/check/read-definition";
import type { StudyDefinition } from "@manyi/study/definition/study-definition";
import type { Kysely } from "kysely";
import type { LocalText, Tables } from "../database/tables.ts";
import { type DefinitionRecord, newestDefinition } from "../programme/definitions.ts";
import { localTextOf } from "../programme/local-text-of.ts";
import { findProgramme, type ProgrammeRow, wavesOf } from "../programme/queries.ts";
import type { ResultsKey } from "../programme/results-key.ts";
import { mayReadReports } from "../rights/policy.ts";
import type { Scope } from "../rights/scope.ts";

export interface Weight {
  /** Column of the weight; `none`: every respondent once. */
  readonly code: string;
  /** As the study calls it; null for `none`. */
  readonly label: LocalText | null;
  readonly primary: boolean;
}

export interface WantedResults {
  readonly programme: ProgrammeRow;
  readonly key: ResultsKey;
  /** Null while the programme holds no data. */
  readonly definition: DefinitionRecord | null;
  readonly weights: readonly Weight[];
}

export interface Asked {
  readonly programmeId: string;
  readonly wave?: string | undefined;
  readonly weight?: string | undefined;
}

/** @throws ProblemError not-found, weight-unknown */
export async function wantedResults(tx: Kysely<Tables>, scope: Scope, asked: Asked): Promise<WantedResults> {
  const programme = await findProgramme(tx, scope.organisationId, asked.programmeId);
  if (programme === null || !mayReadReports(scope, programme.unitPath)) throw new ProblemError("not-found", {});
  const waveId = asked.wave ?? null;
  if (waveId !== null && !(await wavesOf(tx, [programme.id])).some(({ id }) => id === waveId)) {
    throw new ProblemError("not-found", {});
  }
  const definition = await newestDefinition(tx, programme.id);
  const weights = definition === null ? [] : weightsOf(definitionOf(Buffer.from(definition.study)).definition);
  return {
    programme,
    definition,
    weights,
    key: { programmeId: programme.id, waveId, weight: chosen(weights, asked.weight) },
  };
}

/** As the analysis chooses: what the study says, else the first weight where there is one. */
function weightsOf({ weights = [], analysis }: StudyDefinition): WantedResults["weights"] {
  const primary = analysis?.weight ?? weights[0]?.column ?? "none";
  const named = weights.map(({ column, label }) => ({ code: column, label: localTextOf(label) }));
  return [{ code: "none", label: null }, ...named].map((weight) => ({ ...weight, primary: weight.code === primary }));
}

/** The study's own choice is kept under one name, however it is asked for. */
function chosen(weights: WantedResults["weights"], asked: string | undefined): string {
  if (asked === undefined || weights.length === 0) return "";
  const found = weights.find(({ code }) => code === asked);
  if (found === undefined) {
    throw new ProblemError("weight-unknown", { weight: asked, known: weights.map(({ code }) => code) });
  }
  return found.primary ? "" : found.code;
}
