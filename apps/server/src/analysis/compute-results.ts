/** Computes the results of a programme, or of one of its waves, and the report document in both languages. */
import { findingText } from "@manyi/analysis/findings/finding-text";
import type { StudyResults } from "@manyi/analysis/results/study-results";
import { satisfactionReport } from "@manyi/reports/satisfaction/satisfaction-report";
import { StudyError } from "@manyi/study/issue/issue";
import type { LocalText } from "../database/tables.ts";
import { newestDefinition } from "../programme/definitions.ts";
import { jsonText } from "../programme/json-text.ts";
import { type ProgrammeRow, programmeOfJob, setHeadline, wavesOf } from "../programme/queries.ts";
import { type ResultsKey, resultsJobKey } from "../programme/results-key.ts";
import type { StudyGround } from "../programme/study-ground.ts";
import { currentSnapshot } from "../response/queries.ts";
import { type AnalysedSnapshot, analyseSnapshot } from "./analyse-snapshot.ts";
import { headlineOf } from "./headline.ts";
import { computedBy, isCurrent } from "./is-current.ts";
import { jsonChunks } from "./json-chunks.ts";
import { aloneFor, type DerivedKey, findDerived, type NewDerived, replaceDerived } from "./queries.ts";
import { storeCompressed } from "./store-derived.ts";

const languages = ["zh", "en"] as const;

/** Does nothing where the results are there already: two processes that are asked at once compute once. */
export async function computeResults(ground: StudyGround, key: ResultsKey): Promise<void> {
  const { database } = ground;
  await aloneFor(database, resultsJobKey(key), async () => {
    const programme = await programmeOfJob(database, key.programmeId);
    const definition = await newestDefinition(database, key.programmeId);
    if (programme === null || definition === null) return;
    const before = await findDerived(database, { ...key, kind: "results", language: "" });
    if (before !== null && (await isCurrent(database, key.programmeId, definition.id, before))) return;
    const seen = await currentSnapshot(database);
    try {
      const analysed = await analyseSnapshot(database, key.programmeId, key.waveId, key.weight);
      if (analysed !== null) await keep(ground, programme, key, analysed);
    } catch (cause) {
      if (!(cause instanceof StudyError)) throw cause;
      await keepFailure(ground, programme, key, { definitionId: definition.id, snapshot: seen, cause });
    }
  });
}

async function keep(
  ground: StudyGround,
  programme: ProgrammeRow,
  key: ResultsKey,
  analysed: AnalysedSnapshot,
): Promise<void> {
  const { files, clock } = ground;
  const { results, horizon, definitionId } = analysed;
  const computedAt = clock.now();
  const common = {
    organisationId: programme.organisationId,
    definitionId,
    productVersion: computedBy,
    revision: horizon.revision,
    state: "ready" as const,
    problem: null,
    computedAt,
  };
  const facts = {
    snapshot: horizon.snapshot,
    through: horizon.through?.toISOString() ?? null,
    respondents: results.data.respondents,
  };
  const made: [DerivedKey, NewDerived][] = [];
  const add = async (of: Pick<DerivedKey, "kind" | "language">, pieces: Iterable<string>) => {
    const { sha256, ...stored } = await storeCompressed(files, pieces);
    made.push([
      { ...key, ...of },
      { ...common, ...stored, facts: { ...facts, sha256 } },
    ]);
  };
  await add({ kind: "results", language: "" }, jsonChunks(results));
  const wave = await waveName(ground, key);
  for (const language of languages) {
    const producedOn = dayIn(ground.config.timeZone, computedAt);
    await add({ kind: "document", language }, jsonChunks(documentOf(results, wave, language, producedOn)));
  }
  await replaceAll(ground, made, key.waveId === null && key.weight === "" ? () => headlineOf(results) : null);
}

/** All or none: a document never stands beside results it was not made of. */
async function replaceAll(
  { database, files }: StudyGround,
  made: readonly (readonly [DerivedKey, NewDerived])[],
  headline: (() => ReturnType<typeof headlineOf>) | null,
): Promise<void> {
  const unneeded = await database.transaction().execute(async (tx) => {
    const keys: string[] = [];
    for (const [of, file] of made) {
      const old = await replaceDerived(tx, of, file);
      if (old !== null) keys.push(old);
    }
    if (headline !== null) await setHeadline(tx, made[0][0].programmeId, headline());
    return keys;
  });
  for (const old of unneeded) await files.remove(old);
}

function documentOf(results: StudyResults, wave: LocalText | null, language: "zh" | "en", producedOn: string) {
  const findings = results.findings.map((finding) => findingText(finding, language));
  return satisfactionReport(wave === null ? results : titled(results, wave), language, { producedOn, findings });
}

/** The report of one wave says which. */
function titled(results: StudyResults, wave: LocalText): StudyResults {
  const title = Object.fromEntries(
    Object.entries(results.study.title).map(([language, text]) => {
      const name = (language === "zh" ? wave.zh : wave.en) ?? wave.zh ?? wave.en ?? "";
      return [language, `${text} · ${name}`];
    }),
  );
  return { ...results, study: { ...results.study, title } };
}

async function waveName({ database }: StudyGround, { programmeId, waveId }: ResultsKey): Promise<LocalText | null> {
  if (waveId === null) return null;
  return (await wavesOf(database, [programmeId])).find(({ id }) => id === waveId)?.name ?? null;
}

async function keepFailure(
  { database, files, clock }: StudyGround,
  { organisationId }: ProgrammeRow,
  key: ResultsKey,
  failure: { readonly definitionId: string; readonly snapshot: string; readonly cause: StudyError },
): Promise<void> {
  const old = await replaceDerived(
    database,
    { ...key, kind: "results", language: "" },
    {
      organisationId,
      definitionId: failure.definitionId,
      productVersion: computedBy,
      revision: "0",
      state: "failed",
      problem: jsonText(failure.cause.issues),
      key: null,
      bytes: null,
      facts: { snapshot: failure.snapshot },
      computedAt: clock.now(),
    },
  );
  if (old !== null) await files.remove(old);
}

function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone }).format(instant);
}
