import { ProblemError } from "@manyi/contract/problem/problem";
import { evaluate } from "@manyi/questionnaire/evaluation/evaluate";
import { answersHash } from "./answers-hash.ts";
import type { FoundLink } from "./link-queries.ts";
import type { AskedQuestionnaire } from "./lookups.ts";
import type { SubmissionRow } from "./submission-queries.ts";

/** Complete answers as they came, the way they took, and when, in the server's time. */
export interface GivenAnswers {
  readonly id: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly language: string;
  /** Null: no stamp said when it was begun. */
  readonly startedAt: Date | null;
  readonly receivedAt: Date;
  readonly clock?: { readonly startedAt: string; readonly finishedAt: string } | undefined;
}

/** The answers, evaluated anew, as the row that is kept.
 *  @throws ProblemError answers-faulty with what is wrong, question by question */
export function submissionRow(target: FoundLink, asked: AskedQuestionnaire, given: GivenAnswers): SubmissionRow {
  const { cells, faults } = evaluate(asked.questionnaire, given.answers);
  if (faults.length > 0) throw new ProblemError("answers-faulty", { faults: faults.slice(0, MOST_FAULTS) });
  const { receivedAt, startedAt } = given;
  const circumstances = {
    _wave: target.waveCode,
    _version: String(asked.number),
    _language: given.language,
    _channel: "link",
    ...(startedAt !== null && { _seconds: String(Math.floor((receivedAt.getTime() - startedAt.getTime()) / 1_000)) }),
  };
  return {
    id: given.id,
    linkId: target.linkId,
    waveId: target.waveId,
    versionId: asked.versionId,
    hash: answersHash(target.waveId, cells),
    startedAt: startedAt ?? receivedAt,
    receivedAt,
    answersToLate: `${JSON.stringify({ ...cells, ...circumstances }).slice(0, -1)},"_late":`,
    claim: given.clock === undefined ? "" : JSON.stringify(given.clock),
  };
}

/** Ten pages of them; whoever sends more has not seen the questionnaire. */
const MOST_FAULTS = 200;
