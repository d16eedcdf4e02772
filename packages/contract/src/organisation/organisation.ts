import { type Static, Type } from "typebox";
import { created, json, noContent, permitted, permittedWithSecondFactor, route } from "../route/route.ts";
import { closed, LocalText, nullable, Uuid } from "../route/shapes.ts";

const tag = "organisation";

export const unitKinds = ["group", "region", "branch", "department", "team"] as const;
export type UnitKind = (typeof unitKinds)[number];

export const UnitSchema = Type.Object(
  {
    id: Uuid,
    parentId: nullable(Uuid),
    kind: Type.Enum([...unitKinds]),
    name: LocalText,
    /** As it stands in data files; unique in the organisation. */
    code: nullable(Type.String()),
    members: Type.Integer(),
    programmes: Type.Integer(),
  },
  closed,
);
export type Unit = Static<typeof UnitSchema>;

const UnitCode = nullable(Type.String({ minLength: 1, maxLength: 100, pattern: "\\S" }));

export const readOrganisation = route("GET /api/organisation", {
  name: "readOrganisation",
  summary: "The organisation and its settings",
  tag,
  access: permitted("organisation:read"),
  reply: json(Type.Object({ id: Uuid, name: LocalText, timeZone: Type.String() }, closed)),
});

export const changeOrganisation = route("PATCH /api/organisation", {
  name: "changeOrganisation",
  summary: "Change name or time zone",
  tag,
  access: permittedWithSecondFactor("organisation:manage"),
  body: Type.Object(
    { name: Type.Optional(LocalText), timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })) },
    { ...closed, minProperties: 1 },
  ),
  reply: noContent,
  audited: "organisation.changed",
});

export const listUnits = route("GET /api/units", {
  name: "listUnits",
  summary: "The units one may see, parents before children",
  tag,
  access: permitted("organisation:read"),
  reply: json(Type.Object({ entries: Type.Array(UnitSchema) }, closed)),
});

export const createUnit = route("POST /api/units", {
  name: "createUnit",
  summary: "Create a unit below another",
  tag,
  access: permittedWithSecondFactor("organisation:manage"),
  body: Type.Object(
    { parentId: Uuid, kind: Type.Enum([...unitKinds]), name: LocalText, code: Type.Optional(UnitCode) },
    closed,
  ),
  reply: created(Type.Object({ id: Uuid }, closed)),
  audited: "unit.created",
});

const unitParams = Type.Object({ unitId: Uuid }, closed);

export const changeUnit = route("PATCH /api/units/:unitId", {
  name: "changeUnit",
  summary: "Rename a unit, or move it with everything below it",
  tag,
  access: permittedWithSecondFactor("organisation:manage"),
  params: unitParams,
  body: Type.Object(
    {
      parentId: Type.Optional(Uuid),
      kind: Type.Optional(Type.Enum([...unitKinds])),
      name: Type.Optional(LocalText),
      code: Type.Optional(UnitCode),
    },
    { ...closed, minProperties: 1 },
  ),
  reply: noContent,
  audited: "unit.changed",
});

export const removeUnit = route("DELETE /api/units/:unitId", {
  name: "removeUnit",
  summary: "Remove a unit that nothing hangs on",
  tag,
  access: permittedWithSecondFactor("organisation:manage"),
  params: unitParams,
  reply: noContent,
  audited: "unit.removed",
});
