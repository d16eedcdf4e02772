/** Setting a password by a link: forgotten, or the first one. */
import { setTimeout as pause } from "node:timers/promises";
import { ProblemError } from "@manyi/contract/problem/problem";
import { askForReset, resetPassword } from "@manyi/contract/session/session";
import type { Ground } from "../ground.ts";
import { type Door, type HandledRoute, handleGuarded, handlePublic } from "../http/call.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { addressBlock } from "./address-block.ts";
import type { Attempts } from "./attempts.ts";
import { linkMinutes, makePasswordLink, usePasswordLink } from "./password-link.ts";
import { activateStaff, findPerson, findPersonByEmail } from "./queries.ts";
import { setPassword } from "./set-password.ts";
import { settingsOf } from "./sign-in.ts";

export function resetRoutes(ground: Ground, attempts: Attempts): readonly HandledRoute[] {
  return [
    handleGuarded(
      askForReset,
      (door) => sendLink(ground, attempts, door),
      async () => undefined,
    ),
    handlePublic(resetPassword, async (call) => {
      const userId = await usePasswordLink(call.tx, call.body.token, call.now);
      const person = await findPerson(call.tx, userId);
      if (person === undefined || person.state === "disabled") throw new ProblemError("link-used-or-expired", {});
      await setPassword(call.tx, settingsOf(ground), userId, call.body.password);
      await activateStaff(call.tx, userId);
      await call.audit({
        by: person,
        object: { kind: "member", id: userId },
        unitId: null,
        details: { first: person.state === "invited" },
      });
      return undefined;
    }),
  ];
}

/** As long as a link takes to be made, with much to spare: who asks learns nothing from how long the answer takes. */
const ANSWER_AFTER_MS = 250;

async function sendLink(ground: Ground, attempts: Attempts, door: Door<typeof askForReset>): Promise<void> {
  if (ground.config.smtp === null) throw new ProblemError("mail-not-configured", {});
  const email = door.body.email.toLowerCase();
  await attempts.begin(
    [
      { kind: "reset", name: email },
      { kind: "block", name: addressBlock(door.web.address) },
    ],
    door.now,
  );
  await Promise.all([mailLink(ground, email, door.now), pause(ANSWER_AFTER_MS)]);
}

async function mailLink(ground: Ground, email: string, now: Date): Promise<void> {
  await ground.database.transaction().execute(async (tx) => {
    const person = await findPersonByEmail(tx, email);
    if (person === undefined || person.state === "disabled") return;
    const path = await makePasswordLink(tx, "reset", person.userId, now);
    await queueMail(tx, {
      organisationId: null,
      template: "password-reset",
      language: person.language,
      recipient: person.email,
      details: { path, validMinutes: String(linkMinutes.reset) },
      now,
    });
  });
}
