import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { findVersion } from "../questionnaire/queries.ts";
import { BoundedMap } from "./bounded-map.ts";
import { type FoundLink, findLinkOrWithdrawn, versionsAskedBy } from "./link-queries.ts";
import { isLinkToken } from "./link-token.ts";

export interface AskedQuestionnaire {
  readonly versionId: string;
  readonly number: number;
  readonly questionnaire: Questionnaire;
}

/**
 * What every request of a respondent asks first, remembered. A link is remembered for a second, so that a flood of answers asks for it
 * once; whether its wave still takes them is decided by the statement that keeps them, never here. A version never changes, and a wave
 * that has asked it has asked it.
 */
export interface Lookups {
  /** @returns null where there is no such link; one that was withdrawn says so */
  link(token: string): Promise<FoundLink | null>;
  /** @returns null where the wave never asked such a version */
  version(target: FoundLink, number: number): Promise<AskedQuestionnaire | null>;
}

const LINK_MS = 1_000;
const MOST_LINKS = 10_000;
const MOST_VERSIONS = 200;

/** @param linkMs for how long a link is remembered */
export function openLookups(db: Kysely<Tables>, linkMs: number = LINK_MS): Lookups {
  const links = new BoundedMap<{ readonly until: number; readonly found: Promise<FoundLink | null> }>(MOST_LINKS);
  const versions = new BoundedMap<Promise<AskedQuestionnaire | null>>(MOST_VERSIONS);

  const readVersion = async ({ waveId, programmeId }: FoundLink, number: number) => {
    const asked = await versionsAskedBy(db, waveId);
    if (!asked.some((version) => version.number === number)) return null;
    const version = await findVersion(db, programmeId, number);
    return version === null ? null : { versionId: version.id, number, questionnaire: version.content };
  };

  return {
    link: (token) => {
      if (!isLinkToken(token)) return Promise.resolve(null);
      const now = performance.now();
      const known = links.get(token);
      if (known !== undefined && known.until > now) return known.found;
      const found = findLinkOrWithdrawn(db, token);
      links.set(token, { until: now + linkMs, found });
      forgetUnlessFound(found, () => links.delete(token));
      return found;
    },
    version: (target, number) => {
      const key = `${target.waveId} ${number}`;
      const known = versions.get(key);
      if (known !== undefined) return known;
      const found = readVersion(target, number);
      versions.set(key, found);
      forgetUnlessFound(found, () => versions.delete(key));
      return found;
    },
  };
}

/** What is not there may be there the next time: a link just made, a version just published. */
function forgetUnlessFound(found: Promise<object | null>, forget: () => void): void {
  found.then((value) => {
    if (value === null) forget();
  }, forget);
}
