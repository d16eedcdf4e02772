/** Whether results are there; asking has them computed where they are not. */
import type { ResultsState, readResultsState } from "@manyi/contract/results/results";
import type { Issue } from "@manyi/study/issue/issue";
import { issueText } from "@manyi/study/messages/issue-text";
import { isCurrent } from "../analysis/is-current.ts";
import { pendingJob } from "../analysis/pending-job.ts";
import { type DerivedRow, findDerived } from "../analysis/queries.ts";
import type { Call } from "../http/call.ts";
import { wavesOf } from "../programme/queries.ts";
import { type ResultsKey, resultsJobKey } from "../programme/results-key.ts";
import { waveStateAt } from "../programme/wave-state.ts";
import { hasValidResponse } from "../response/queries.ts";
import { type WantedResults, wantedResults } from "./wanted-results.ts";

type StateCall = Call<typeof readResultsState>;

export interface AskedState {
  readonly state: ResultsState;
  readonly key: ResultsKey;
  /** Answers may come at any moment. */
  readonly collects: boolean;
}

export async function resultsState(call: StateCall): Promise<AskedState> {
  const wanted = await wantedResults(call.tx, call.scope, { ...call.params, ...call.query });
  const waves = wanted.programme.questionnaire === null ? [] : await wavesOf(call.tx, [wanted.programme.id]);
  const collects = waves.some((wave) => waveStateAt(wave, call.now) !== "closed");
  return { state: await stateNow(call, wanted), key: wanted.key, collects };
}

async function stateNow(call: StateCall, wanted: WantedResults): Promise<ResultsState> {
  const { definition, key } = wanted;
  if (definition === null || !(await hasValidResponse(call.tx, key.programmeId, key.waveId))) return { kind: "empty" };
  const row = await findDerived(call.tx, { ...key, kind: "results", language: "" });
  const current = row !== null && (await isCurrent(call.tx, key.programmeId, definition.id, row));
  if (row !== null && current) return stateOf(row, wanted, "current", call.language);
  const job = await askFor(call, wanted);
  if (row?.state === "ready") return stateOf(row, wanted, "stale", call.language);
  return job === "dead" ? { kind: "failed", problem: unexpected[call.language] } : { kind: "computing" };
}

async function askFor(call: StateCall, { key }: WantedResults): Promise<"waiting" | "dead"> {
  const jobKey = resultsJobKey(key);
  const job = await pendingJob(call.tx, jobKey);
  if (job === "none") await call.enqueue("compute-results", key, { key: jobKey });
  return job === "dead" ? "dead" : "waiting";
}

function stateOf(
  row: DerivedRow,
  { weights }: WantedResults,
  freshness: "current" | "stale",
  language: "zh" | "en",
): ResultsState {
  if (row.state === "failed") return { kind: "failed", problem: problemText(row.problem, language) };
  return {
    kind: "ready",
    stale: freshness === "stale",
    computedAt: row.computedAt.toISOString(),
    etag: etagOf(row),
    respondents: row.facts.respondents ?? 0,
    weights: weights.map(({ label, ...rest }) => ({ ...rest, label: label === null ? null : { ...label } })),
    dataThrough: row.facts.through ?? null,
  };
}

/** Same content, same tag. */
export function etagOf({ facts }: DerivedRow): string {
  return (facts.sha256 ?? "").slice(0, 32);
}

const unexpected = {
  zh: "计算过程意外中止。请联系服务器管理员查看日志；十分钟后会重新计算。",
  en: "The computation ended unexpectedly. Ask whoever runs this server to look into its log; it is tried again after ten minutes.",
} as const;

const shownIssues = 5;

function problemText(problem: string | null, language: "zh" | "en"): string {
  // Issues of the study, as the computation wrote them.
  const issues = JSON.parse(problem ?? "[]") as readonly Issue[];
  return issues
    .slice(0, shownIssues)
    .map((issue) => issueText(issue, language))
    .join("\n");
}
