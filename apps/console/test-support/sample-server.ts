import { addMember, disableMember, listMembers, type Member } from "@manyi/contract/organisation/members";
import { listUnits } from "@manyi/contract/organisation/organisation";
import { listProgrammes, readProgramme } from "@manyi/contract/programme/programmes";
import { readReportDocument, readReportPdf, readResultsState } from "@manyi/contract/results/results";
import { passSecondFactor, readSession, signIn, signOut } from "@manyi/contract/session/session";
import { type Collection, collectionId, collectionProgramme, collectionServer } from "./sample-collection.ts";
import { buildProgramme, buildSession, group } from "./sample-organisation.ts";
import { sampleReport } from "./sample-report.ts";
import { type Asked, answer, fileAnswer, problem, type StandIn } from "./stand-in-server.ts";

/** What a test turns while the console is open. */
export interface Switches {
  session: "none" | "half" | "whole";
  /** How often results are still being computed. */
  computing: number;
  pdf: "works" | "unavailable";
  programmes: "one" | "none";
  secondFactor: "set-up" | "missing";
  readonly members: Member[];
  readonly collection: Collection | null;
}

export function switches(overrides: Partial<Switches> = {}): Switches {
  return {
    session: "none",
    computing: 0,
    pdf: "works",
    programmes: "one",
    secondFactor: "set-up",
    members: [],
    collection: null,
    ...overrides,
  };
}

export const password = "correct horse battery staple";

/** One organisation with one programme, behind a password and a second factor. */
export function sampleServer(state: Switches): readonly StandIn[] {
  const signedIn = <Value>(value: (asked: Asked) => Value) => {
    return (asked: Asked) =>
      state.session === "whole" ? value(asked) : problem("not-signed-in", 401, {}, "尚未登录，或登录已过期。");
  };
  return [
    ...doors(state),
    answer(
      readSession,
      signedIn(() => ({ ...buildSession(), secondFactorMissing: state.secondFactor === "missing" })),
    ),
    answer(
      listProgrammes,
      signedIn(() => ({ entries: programmesOf(state) })),
    ),
    answer(
      readProgramme,
      signedIn(({ params }) =>
        state.collection !== null && params.programmeId === collectionId
          ? collectionProgramme(state.collection)
          : buildProgramme(),
      ),
    ),
    answer(
      readResultsState,
      signedIn(() => resultsState(state)),
    ),
    answer(
      listUnits,
      signedIn(() => ({ entries: [group] })),
    ),
    answer(
      listMembers,
      signedIn(() => ({ entries: [...state.members] })),
    ),
    answer(
      addMember,
      signedIn(() => ({ id: "u9", link: "http://127.0.0.1/reset-password?token=abcdefghijklmnop" })),
    ),
    answer(
      disableMember,
      signedIn(() => null),
    ),
    fileAnswer(readReportDocument, "application/json", "report.json", ({ query }) =>
      JSON.stringify(sampleReport(query.get("language") === "en" ? "en" : "zh")),
    ),
    pdfAnswer(state),
    ...(state.collection === null ? [] : collectionServer(state.collection)),
  ];
}

function programmesOf({ programmes, collection }: Switches) {
  const collecting = collection === null ? [] : [collectionProgramme(collection)];
  return [...collecting, ...(programmes === "one" ? [buildProgramme()] : [])];
}

function doors(state: Switches): readonly StandIn[] {
  return [
    answer(signIn, ({ body }) => {
      if (!hasValue(body, "password", password)) return problem("sign-in-failed", 401, {}, "邮箱或密码不正确。");
      state.session = "half";
      return { kind: "second-factor" } as const;
    }),
    answer(passSecondFactor, ({ body }) => {
      if (state.session !== "half" || !hasValue(body, "code", "123456")) return problem("code-wrong", 401, {}, "不对");
      state.session = "whole";
      return { kind: "signed-in" } as const;
    }),
    answer(signOut, () => {
      state.session = "none";
      return null;
    }),
  ];
}

function hasValue(body: unknown, name: string, value: string): boolean {
  return typeof body === "object" && body !== null && new Map(Object.entries(body)).get(name) === value;
}

function resultsState(state: Switches) {
  if (state.collection !== null && state.collection.responses === 0) return { kind: "empty" } as const;
  if (state.computing > 0) {
    state.computing -= 1;
    return { kind: "computing" } as const;
  }
  return {
    kind: "ready" as const,
    stale: false,
    computedAt: "2026-11-22T01:02:00Z",
    etag: state.collection === null ? "first" : `after-${state.collection.responses}`,
    respondents: state.collection?.responses ?? 1200,
    weights: [{ code: "base_weight", label: { zh: "抽样权重", en: "design weight" }, primary: true }],
    dataThrough: null,
  };
}

function pdfAnswer(state: Switches): StandIn {
  const works = fileAnswer(readReportPdf, "application/pdf", "满意度报告.pdf", () => "%PDF-1.7");
  const fails = answer(readReportPdf, () =>
    problem("pdf-unavailable", 503, { reason: "no typesetter" }, "此服务器无法生成 PDF。请改用网页版报告。"),
  );
  return { route: readReportPdf, give: (asked) => (state.pdf === "works" ? works : fails).give(asked) };
}
