import { ProblemError } from "@manyi/contract/problem/problem";
import {
  archiveProgramme,
  changeProgramme,
  createProgramme,
  listProgrammes,
  readProgramme,
  restoreProgramme,
} from "@manyi/contract/programme/programmes";
import type { Permission } from "@manyi/contract/rights/permission";
import type { Ground } from "../ground.ts";
import { type Call, type HandledRoute, handle } from "../http/call.ts";
import { countExcluded } from "../response/queries.ts";
import { may, unitsWith } from "../rights/scope.ts";
import { unitPathWithin } from "../rights/unit-path.ts";
import { createdBy } from "./created-by.ts";
import { presentProgramme } from "./present.ts";
import {
  findProgramme,
  insertProgramme,
  listProgrammeRows,
  lockProgramme,
  type ProgrammeRow,
  setArchived,
  updateProgramme,
  wavesOf,
} from "./queries.ts";
import { waveNameIn } from "./wave-name-in.ts";
import { waveStateAt } from "./wave-state.ts";

export function programmeRoutes(_: Ground): readonly HandledRoute[] {
  return [
    handle(listProgrammes, async (call) => {
      const { organisationId } = call.scope;
      const units = unitsWith(call.scope, "programme:read");
      const rows = await listProgrammeRows(call.tx, organisationId, units, call.query.archived ?? "without");
      return { entries: await presented(call, rows) };
    }),
    handle(createProgramme, async (call) => {
      const { name, unitId } = call.body;
      await unitPathWithin(call.tx, call.scope, "programme:edit", unitId);
      const { organisationId, actor } = call.scope;
      const id = await insertProgramme(call.tx, {
        organisationId,
        unitId,
        name,
        createdAt: call.now,
        createdBy: createdBy(actor),
      });
      await call.audit({ object: { kind: "programme", id }, unitId, details: { name } });
      return { id };
    }),
    handle(readProgramme, async (call) => {
      const row = await programmeFor(call, call.params.programmeId, "programme:read");
      const [programme] = await presented(call, [row]);
      return programme;
    }),
    handle(changeProgramme, changed),
    handle(archiveProgramme, (call) => archived(call, call.now)),
    handle(restoreProgramme, (call) => archived(call, null)),
  ];
}

/** The programme, if the caller holds the permission for its unit.
 *  @throws ProblemError not-found: who may not see it learns nothing; not-permitted where they may see it */
export async function programmeFor(
  { tx, scope }: Pick<Call, "tx" | "scope">,
  programmeId: string,
  permission: Permission,
): Promise<ProgrammeRow> {
  const row = await findProgramme(tx, scope.organisationId, programmeId);
  if (row === null) throw new ProblemError("not-found", {});
  if (may(scope, permission, row.unitPath)) return row;
  throw may(scope, "programme:read", row.unitPath)
    ? new ProblemError("not-permitted", { permission })
    : new ProblemError("not-found", {});
}

async function presented({ tx, scope, now }: Call, rows: readonly ProgrammeRow[]) {
  const ids = rows.map(({ id }) => id);
  const waves = Map.groupBy(await wavesOf(tx, ids), ({ programmeId }) => programmeId);
  const excluded = await countExcluded(tx, ids);
  return rows.map((row) => presentProgramme(row, waves.get(row.id) ?? [], excluded, { scope, now }));
}

async function changed(call: Call<typeof changeProgramme>): Promise<{ version: number }> {
  const row = await programmeFor(call, call.params.programmeId, "programme:edit");
  const { version: seen, name, unitId } = call.body;
  if (unitId !== undefined) await unitPathWithin(call.tx, call.scope, "programme:edit", unitId);
  const version = await updateProgramme(call.tx, row.id, seen, {
    ...(name === undefined ? {} : { name }),
    ...(unitId === undefined ? {} : { unitId }),
  });
  if (version === null) throw new ProblemError("changed-meanwhile", {});
  const from = { name: row.name, unitId: row.unitId };
  const to = { name: name ?? row.name, unitId: unitId ?? row.unitId };
  await call.audit({ object: { kind: "programme", id: row.id }, unitId: to.unitId, details: { from, to } });
  return { version };
}

/** @throws ProblemError not-found, not-permitted; wave-still-collecting: what respondents send would go unseen */
async function archived(
  call: Call<typeof archiveProgramme> | Call<typeof restoreProgramme>,
  at: Date | null,
): Promise<undefined> {
  const { id } = await programmeFor(call, call.params.programmeId, "programme:edit");
  // Nobody publishes or opens a wave meanwhile.
  await lockProgramme(call.tx, id);
  const row = await programmeFor(call, id, "programme:edit");
  if (at !== null) await refuseCollecting(call, id);
  if ((row.archivedAt === null) !== (at === null)) await setArchived(call.tx, row.id, at);
  await call.audit({ object: { kind: "programme", id: row.id }, unitId: row.unitId });
}

async function refuseCollecting({ tx, now, language }: Call, programmeId: string): Promise<void> {
  const wave = (await wavesOf(tx, [programmeId])).find((one) => {
    const state = waveStateAt(one, now);
    return state === "open" || state === "closing";
  });
  if (wave !== undefined) throw new ProblemError("wave-still-collecting", { wave: waveNameIn(wave.name, language) });
}
