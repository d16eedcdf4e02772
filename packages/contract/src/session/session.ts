import { type Static, Type } from "typebox";
import { permissions } from "../rights/permission.ts";
import { roles } from "../rights/role.ts";
import { anybody, json, noContent, route, signedIn } from "../route/route.ts";
import { closed, Email, Instant, LocalText, nullable, PersonName, Uuid } from "../route/shapes.ts";

const tag = "session";

const Language = Type.Enum(["zh", "en"]);
const Password = Type.String({ minLength: 1, maxLength: 256 });
const NewPassword = Type.String({ minLength: 12, maxLength: 256 });
const OneTimeCode = Type.String({ minLength: 6, maxLength: 24, pattern: "^[0-9A-Za-z -]+$" });

export const SessionSchema = Type.Object(
  {
    user: Type.Object(
      {
        id: Type.String(),
        name: Type.String(),
        email: Type.String(),
        language: Language,
        secondFactor: Type.Boolean(),
      },
      closed,
    ),
    organisation: Type.Object({ id: Uuid, name: LocalText, timeZone: Type.String() }, closed),
    memberships: Type.Array(Type.Object({ role: Type.Enum([...roles]), unitId: Uuid, unitName: LocalText }, closed)),
    /** What may be done anywhere at all; whether here, the server decides. */
    permissions: Type.Array(Type.Enum([...permissions])),
    /** A role asks for a second factor that is not set up, or that this session has not passed. */
    secondFactorMissing: Type.Boolean(),
    mailConfigured: Type.Boolean(),
  },
  closed,
);
export type Session = Static<typeof SessionSchema>;

/** What sign-in ends in: a session, or the question for the second factor. */
export const SignInOutcome = Type.Union([
  Type.Object({ kind: Type.Literal("signed-in") }, closed),
  Type.Object({ kind: Type.Literal("second-factor") }, closed),
]);

export const readSession = route("GET /api/session", {
  name: "readSession",
  summary: "Who is signed in, where, and what they may do",
  tag,
  access: signedIn,
  reply: json(SessionSchema),
});

export const signIn = route("POST /api/session/sign-in", {
  name: "signIn",
  summary: "Sign in with e-mail address and password",
  tag,
  access: anybody,
  body: Type.Object({ email: Email, password: Password }, closed),
  reply: json(SignInOutcome),
  audited: "session.signed-in",
});

export const passSecondFactor = route("POST /api/session/second-factor", {
  name: "passSecondFactor",
  summary: "Second step of signing in: the code of the authenticator, or a recovery code",
  tag,
  access: anybody,
  body: Type.Object({ code: OneTimeCode }, closed),
  reply: json(SignInOutcome),
  audited: "session.signed-in",
});

export const signOut = route("POST /api/session/sign-out", {
  name: "signOut",
  summary: "End this session",
  tag,
  access: signedIn,
  reply: noContent,
  audited: "session.signed-out",
});

export const askForReset = route("POST /api/session/reset-request", {
  name: "askForReset",
  summary: "Have a link for a new password sent; the answer tells nothing of whether the address is known",
  tag,
  access: anybody,
  body: Type.Object({ email: Email }, closed),
  reply: noContent,
});

export const resetPassword = route("POST /api/session/reset", {
  name: "resetPassword",
  summary: "Set a new password with the token of a mailed link; the token works once and ends every session",
  tag,
  access: anybody,
  body: Type.Object({ token: Type.String({ minLength: 16, maxLength: 200 }), password: NewPassword }, closed),
  reply: noContent,
  audited: "account.password-reset",
});

export const changePassword = route("POST /api/profile/password", {
  name: "changePassword",
  summary: "Change one's own password; every other session ends",
  tag,
  access: signedIn,
  body: Type.Object({ current: Password, next: NewPassword }, closed),
  reply: noContent,
  audited: "account.password-changed",
});

export const changeProfile = route("PATCH /api/profile", {
  name: "changeProfile",
  summary: "Change one's own name and language",
  tag,
  access: signedIn,
  body: Type.Object(
    { name: Type.Optional(PersonName), language: Type.Optional(Language) },
    { ...closed, minProperties: 1 },
  ),
  reply: noContent,
  audited: "account.changed",
});

export const prepareSecondFactor = route("POST /api/profile/second-factor", {
  name: "prepareSecondFactor",
  summary: "Begin to set up the authenticator: its address (otpauth) and the recovery codes, shown this once",
  tag,
  access: signedIn,
  body: Type.Object({ password: Password }, closed),
  reply: json(Type.Object({ address: Type.String(), recoveryCodes: Type.Array(Type.String()) }, closed)),
});

export const confirmSecondFactor = route("POST /api/profile/second-factor/confirm", {
  name: "confirmSecondFactor",
  summary: "Finish the set-up with a code of the authenticator",
  tag,
  access: signedIn,
  body: Type.Object({ code: OneTimeCode }, closed),
  reply: noContent,
  audited: "account.second-factor-added",
});

export const removeSecondFactor = route("POST /api/profile/second-factor/remove", {
  name: "removeSecondFactor",
  summary: "Remove the second factor, with the password",
  tag,
  access: signedIn,
  body: Type.Object({ password: Password }, closed),
  reply: noContent,
  audited: "account.second-factor-removed",
});

const OwnSession = Type.Object(
  {
    id: Type.String(),
    current: Type.Boolean(),
    startedAt: Instant,
    lastSeenAt: Instant,
    expiresAt: Instant,
    address: nullable(Type.String()),
    device: nullable(Type.String()),
  },
  closed,
);

export const listSessions = route("GET /api/profile/sessions", {
  name: "listSessions",
  summary: "Where one is signed in",
  tag,
  access: signedIn,
  reply: json(Type.Object({ entries: Type.Array(OwnSession) }, closed)),
});

export const endSession = route("DELETE /api/profile/sessions/:sessionId", {
  name: "endSession",
  summary: "End one of one's own sessions",
  tag,
  access: signedIn,
  params: Type.Object({ sessionId: Type.String({ minLength: 1, maxLength: 100 }) }, closed),
  reply: noContent,
  audited: "session.ended",
});
