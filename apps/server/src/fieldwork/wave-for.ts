import { ProblemError } from "@manyi/contract/problem/problem";
import type { Permission } from "@manyi/contract/rights/permission";
import type { Call } from "../http/call.ts";
import { type FoundWave, findWave } from "../programme/collecting-waves.ts";
import { may } from "../rights/scope.ts";

/** A wave that asks a questionnaire. */
export type CollectingWave = FoundWave & { readonly versionId: string };

/** The wave, if the caller holds the permission for its programme's unit.
 *  @throws ProblemError not-found: who may not see it learns nothing; not-permitted where they may see it;
 *  wave-has-no-questionnaire */
export async function waveFor(
  { tx, scope }: Pick<Call, "tx" | "scope">,
  waveId: string,
  permission: Permission,
): Promise<CollectingWave> {
  const wave = await findWave(tx, scope.organisationId, waveId);
  if (wave === null || !may(scope, "programme:read", wave.unitPath)) throw new ProblemError("not-found", {});
  if (!may(scope, permission, wave.unitPath)) throw new ProblemError("not-permitted", { permission });
  if (!asks(wave)) throw new ProblemError("wave-has-no-questionnaire", {});
  return wave;
}

function asks(wave: FoundWave): wave is CollectingWave {
  return wave.versionId !== null;
}
