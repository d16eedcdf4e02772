import { ProblemError } from "@manyi/contract/problem/problem";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { openAccounts, type SignInSettings } from "../identity/accounts.ts";
import { insertMemberships, type Membership } from "./member-queries.ts";

export interface NewStaff {
  readonly organisationId: string;
  readonly name: string;
  readonly email: string;
  readonly language: "zh" | "en";
  readonly state: "invited" | "active";
  readonly memberships: readonly Membership[];
}

/** Makes an account without a password, and what its owner may do.
 *  @returns the account's id
 *  @throws ProblemError already-exists if the address has an account */
export async function addStaff(tx: Kysely<Tables>, settings: SignInSettings, staff: NewStaff): Promise<string> {
  const { internalAdapter } = await openAccounts(settings, tx).$context;
  const email = staff.email.toLowerCase();
  if ((await internalAdapter.findUserByEmail(email)) !== null)
    throw new ProblemError("already-exists", { what: email });
  // Whoever sets the password has received a mail there, or was given the link by an administrator.
  const user = await internalAdapter.createUser(
    { name: staff.name, email, emailVerified: true },
    { method: "email-password" },
  );
  await tx
    .insertInto("staff")
    .values({
      user_id: user.id,
      organisation_id: staff.organisationId,
      state: staff.state,
      language: staff.language,
    })
    .execute();
  await insertMemberships(tx, staff.organisationId, user.id, staff.memberships);
  return user.id;
}
