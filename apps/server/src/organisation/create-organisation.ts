/** What the first start makes: an organisation with its root unit, and somebody who may do everything in it. */
import { randomUUID } from "node:crypto";
import { writeAuditEntry } from "../audit/write-entry.ts";
import type { Database } from "../database/connect.ts";
import type { LocalText } from "../database/tables.ts";
import type { SignInSettings } from "../identity/accounts.ts";
import { setPassword } from "../identity/set-password.ts";
import { addStaff } from "./add-staff.ts";
import { readablePassword } from "./readable-password.ts";
import { insertUnit, rootUnitId } from "./unit-queries.ts";

export interface NewOrganisation {
  readonly name: LocalText;
  /** IANA name. */
  readonly timeZone: string;
  readonly now: Date;
}

/** @returns the organisation's id */
export async function createOrganisation(db: Database, organisation: NewOrganisation): Promise<string> {
  return await db.transaction().execute(async (tx) => {
    const { id } = await tx
      .insertInto("organisation")
      .values({
        name: JSON.stringify(organisation.name),
        time_zone: organisation.timeZone,
        created_at: organisation.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const root = randomUUID();
    await insertUnit(tx, {
      id: root,
      organisationId: id,
      above: [],
      kind: "group",
      name: organisation.name,
      code: null,
    });
    await writeAuditEntry(tx, {
      ...bySystem(id, organisation.now),
      action: "organisation.created",
      object: { kind: "organisation", id },
      unitId: root,
    });
    return id;
  });
}

export interface FirstAdministrator {
  readonly organisationId: string;
  readonly email: string;
  readonly name: string;
  readonly language: "zh" | "en";
  readonly now: Date;
}

/** @returns the generated password; it is kept nowhere
 *  @throws ProblemError already-exists if the address has an account */
export async function createFirstAdministrator(
  db: Database,
  settings: SignInSettings,
  person: FirstAdministrator,
): Promise<{ readonly userId: string; readonly password: string }> {
  const password = readablePassword();
  const userId = await db.transaction().execute(async (tx) => {
    const { organisationId, now } = person;
    const root = await rootUnitId(tx, organisationId);
    const memberships = [{ role: "administrator", unitId: root }] as const;
    const id = await addStaff(tx, settings, { ...person, state: "active", memberships });
    await setPassword(tx, settings, id, password);
    await writeAuditEntry(tx, {
      ...bySystem(organisationId, now),
      action: "member.added",
      object: { kind: "member", id },
      unitId: root,
      details: { memberships },
    });
    return id;
  });
  return { userId, password };
}

function bySystem(organisationId: string, at: Date) {
  return {
    organisationId,
    at,
    actor: { kind: "system", id: null },
    outcome: "done",
    requestId: null,
    details: {},
  } as const;
}
