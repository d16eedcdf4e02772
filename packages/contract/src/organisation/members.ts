import { type Static, Type } from "typebox";
import { roles } from "../rights/role.ts";
import { created, json, noContent, permitted, permittedWithSecondFactor, route } from "../route/route.ts";
import { closed, Email, Instant, LocalText, nullable, PersonName, Uuid } from "../route/shapes.ts";

const tag = "members";

const MembershipSchema = Type.Object({ role: Type.Enum([...roles]), unitId: Uuid }, closed);

export const MemberSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    email: Type.String(),
    state: Type.Enum(["invited", "active", "disabled"]),
    secondFactor: Type.Boolean(),
    memberships: Type.Array(Type.Object({ role: Type.Enum([...roles]), unitId: Uuid, unitName: LocalText }, closed)),
    lastSeenAt: nullable(Instant),
  },
  closed,
);
export type Member = Static<typeof MemberSchema>;

export const listMembers = route("GET /api/members", {
  name: "listMembers",
  summary: "Staff of the units one manages",
  tag,
  access: permitted("members:manage"),
  reply: json(Type.Object({ entries: Type.Array(MemberSchema) }, closed)),
});

/** The link to set the first password: mailed where mail is configured, else shown to the administrator this once. */
const Invitation = Type.Object({ id: Type.String(), link: nullable(Type.String()) }, closed);

export const addMember = route("POST /api/members", {
  name: "addMember",
  summary: "Add a member of staff; they get a link to set their password",
  tag,
  access: permittedWithSecondFactor("members:manage"),
  body: Type.Object(
    {
      name: PersonName,
      email: Email,
      language: Type.Enum(["zh", "en"]),
      memberships: Type.Array(MembershipSchema, { minItems: 1, maxItems: 20 }),
    },
    closed,
  ),
  reply: created(Invitation),
  audited: "member.added",
});

const memberParams = Type.Object({ memberId: Type.String({ minLength: 1, maxLength: 100 }) }, closed);

export const changeMember = route("PUT /api/members/:memberId/memberships", {
  name: "changeMember",
  summary: "Set which roles somebody holds where; takes effect at their next request",
  tag,
  access: permittedWithSecondFactor("members:manage"),
  params: memberParams,
  body: Type.Object({ memberships: Type.Array(MembershipSchema, { minItems: 1, maxItems: 20 }) }, closed),
  reply: noContent,
  audited: "member.roles-changed",
});

export const disableMember = route("POST /api/members/:memberId/disable", {
  name: "disableMember",
  summary: "Lock an account; its sessions end at once",
  tag,
  access: permittedWithSecondFactor("members:manage"),
  params: memberParams,
  reply: noContent,
  audited: "member.disabled",
});

export const enableMember = route("POST /api/members/:memberId/enable", {
  name: "enableMember",
  summary: "Unlock an account",
  tag,
  access: permittedWithSecondFactor("members:manage"),
  params: memberParams,
  reply: noContent,
  audited: "member.enabled",
});

export const renewInvitation = route("POST /api/members/:memberId/invitation", {
  name: "renewInvitation",
  summary: "A new link to set the password; older ones stop working",
  tag,
  access: permittedWithSecondFactor("members:manage"),
  params: memberParams,
  reply: json(Invitation),
  audited: "member.invited-again",
});
