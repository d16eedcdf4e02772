/** Routes that exist for tests of what every route goes through. */
import {
  anybody,
  created,
  file,
  json,
  noContent,
  permitted,
  permittedWithSecondFactor,
  route,
  signedIn,
} from "@manyi/contract/route/route";
import { closed, LocalText } from "@manyi/contract/route/shapes";
import { Type } from "typebox";

const words = { summary: "x", tag: "probe" };

export const lookAround = route("GET /api/probe", {
  ...words,
  name: "lookAround",
  access: permitted("programme:read"),
  query: Type.Object(
    { size: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })), text: Type.Optional(Type.String()) },
    closed,
  ),
  reply: json(Type.Object({ seen: Type.Array(Type.String()) }, closed)),
});

export const writeDown = route("POST /api/probe", {
  ...words,
  name: "writeDown",
  access: permitted("programme:edit"),
  body: Type.Object(
    {
      name: LocalText,
      parts: Type.Optional(
        Type.Array(Type.Object({ text: Type.String({ maxLength: 100_000 }) }, closed), { maxItems: 3 }),
      ),
      number: Type.Optional(Type.Number()),
      anything: Type.Optional(Type.Unknown()),
    },
    closed,
  ),
  reply: created(Type.Object({ text: Type.String() }, closed)),
  audited: "probe.written",
});

export const remove = route("DELETE /api/probe/:probeId", {
  ...words,
  name: "removeProbe",
  access: permittedWithSecondFactor("members:manage"),
  params: Type.Object({ probeId: Type.String({ maxLength: 20 }) }, closed),
  reply: noContent,
  audited: "probe.removed",
});

export const download = route("GET /api/probe.html", {
  ...words,
  name: "downloadProbe",
  access: permitted("report:read"),
  reply: file("text/html"),
});

export const ownThing = route("GET /api/own", {
  ...words,
  name: "readOwn",
  access: signedIn,
  reply: json(Type.Object({ id: Type.String() }, closed)),
});

export const tryOut = route("POST /api/try", { ...words, name: "tryOut", access: anybody, reply: noContent });

export const tryAgain = route("POST /api/try-again", {
  ...words,
  name: "tryAgain",
  access: anybody,
  reply: noContent,
});

export const upload = route("POST /api/upload", {
  ...words,
  name: "uploadProbe",
  access: permitted("study:import"),
  bodyKind: "multipart",
  reply: json(Type.Object({ parts: Type.Array(Type.String()) }, closed)),
});
