/**
 * For every route of the contract, a request that is right in everything but perhaps in who sends it. The matrix of rights
 * (`rights/matrix.test.ts`) sends it as everybody, about objects of everybody; it fails for a route that has no sample here.
 */
import { smallQuestionnaire } from "./small-questionnaire.ts";
import type { UnitObjects } from "./unit-objects.ts";

export interface RouteSample {
  /** `unit`: about an object of one unit. `all`: about whatever the caller may see. `whole`: about the organisation, a right one
   *  holds for its root only. `self`: about the caller. `nobody`: public, no rights to ask for. */
  readonly about: "unit" | "all" | "whole" | "self" | "nobody";
  /** Path with query, body. */
  readonly request: (of: UnitObjects) => { readonly path: string; readonly body?: unknown };
  /** Where success is another status than the route's: the object has no results yet. */
  readonly answers?: readonly number[];
  /** Multipart instead of JSON. */
  readonly upload?: (of: UnitObjects) => Readonly<Record<string, string>>;
}

const name = { zh: "新名称", en: "New name" };
const draft = smallQuestionnaire();
const mapping = {
  title: name,
  columns: [
    {
      name: "q1",
      use: "overall",
      label: name,
      range: { minimum: 0, maximum: 10 },
      answers: null,
      reversed: false,
      special: {},
      belongsTo: null,
    },
  ],
};

const unit = (request: RouteSample["request"], answers?: readonly number[]): RouteSample => ({
  about: "unit",
  request,
  ...(answers !== undefined && { answers }),
});
const fixed = (about: RouteSample["about"], path: string, body?: unknown): RouteSample => ({
  about,
  request: () => ({ path, ...(body !== undefined && { body }) }),
});

export const routeSamples: Readonly<Record<string, RouteSample>> = {
  // Session and profile
  readSession: fixed("self", "/api/session"),
  signIn: fixed("nobody", "/api/session/sign-in"),
  passSecondFactor: fixed("nobody", "/api/session/second-factor"),
  askForReset: fixed("nobody", "/api/session/reset-request"),
  resetPassword: fixed("nobody", "/api/session/reset"),
  signOut: fixed("self", "/api/session/sign-out"),
  changeProfile: fixed("self", "/api/profile", { language: "en" }),
  listSessions: fixed("self", "/api/profile/sessions"),
  // These ask for a password nobody in the matrix has: identity's own tests let them succeed.
  changePassword: {
    ...fixed("self", "/api/profile/password", { current: "x", next: "a new long password" }),
    answers: [403],
  },
  prepareSecondFactor: { ...fixed("self", "/api/profile/second-factor", { password: "x" }), answers: [403] },
  confirmSecondFactor: {
    ...fixed("self", "/api/profile/second-factor/confirm", { code: "123456" }),
    answers: [401, 409],
  },
  removeSecondFactor: { ...fixed("self", "/api/profile/second-factor/remove", { password: "x" }), answers: [403] },
  endSession: { ...fixed("self", "/api/profile/sessions/of-somebody-else"), answers: [404] },
  // Organisation
  readOrganisation: fixed("all", "/api/organisation"),
  changeOrganisation: fixed("whole", "/api/organisation", { name }),
  listUnits: fixed("all", "/api/units"),
  createUnit: unit(({ unitId }) => ({ path: "/api/units", body: { parentId: unitId, kind: "team", name } })),
  changeUnit: unit(({ unitId }) => ({ path: `/api/units/${unitId}`, body: { name } })),
  removeUnit: unit(({ emptyUnitId }) => ({ path: `/api/units/${emptyUnitId}` })),
  listMembers: fixed("all", "/api/members"),
  addMember: unit(({ unitId }) => ({
    path: "/api/members",
    body: {
      name: "新人",
      email: `new-${unitId}@example.cn`,
      language: "zh",
      memberships: [{ role: "reader", unitId }],
    },
  })),
  changeMember: unit(({ memberId, unitId }) => ({
    path: `/api/members/${memberId}/memberships`,
    body: { memberships: [{ role: "manager", unitId }] },
  })),
  disableMember: unit(({ memberId }) => ({ path: `/api/members/${memberId}/disable` })),
  // Nobody here is locked: 409 is what comes after the rights were found in order.
  enableMember: unit(({ memberId }) => ({ path: `/api/members/${memberId}/enable` }), [409]),
  renewInvitation: unit(({ memberId }) => ({ path: `/api/members/${memberId}/invitation` })),
  listApiKeys: fixed("all", "/api/api-keys"),
  createApiKey: unit(({ unitId }) => ({
    path: "/api/api-keys",
    body: { name: "数据接口", unitId, permissions: ["programme:read"] },
  })),
  revokeApiKey: unit(({ apiKeyId }) => ({ path: `/api/api-keys/${apiKeyId}` })),
  listAudit: fixed("all", "/api/audit"),
  exportAudit: fixed("all", "/api/audit.csv"),
  // Programmes and responses
  listProgrammes: fixed("all", "/api/programmes"),
  createProgramme: unit(({ unitId }) => ({ path: "/api/programmes", body: { name, unitId } })),
  readProgramme: unit(({ programmeId }) => ({ path: `/api/programmes/${programmeId}` })),
  changeProgramme: unit(({ programmeId }) => ({
    path: `/api/programmes/${programmeId}`,
    body: { version: 1, name },
  })),
  archiveProgramme: unit(({ programmeId }) => ({ path: `/api/programmes/${programmeId}/archive` })),
  restoreProgramme: unit(({ programmeId }) => ({ path: `/api/programmes/${programmeId}/restore` }), [204, 409]),
  exportStudy: unit(({ programmeId }) => ({ path: `/api/programmes/${programmeId}/study.zip` }), [200, 409]),
  listResponses: unit(({ programmeId }) => ({ path: `/api/programmes/${programmeId}/responses` })),
  excludeResponse: unit(({ responseId }) => ({
    path: `/api/responses/${responseId}/exclude`,
    body: { reason: "测试" },
  })),
  restoreResponse: unit(({ responseId }) => ({ path: `/api/responses/${responseId}/restore` }), [204, 409]),
  readResponseHistory: unit(({ responseId }) => ({ path: `/api/responses/${responseId}/history` })),
  // Results: nothing is computed while no job runs
  readResultsState: unit(({ programmeId }) => ({ path: `/api/programmes/${programmeId}/results/state` })),
  readResults: unit(({ programmeId }) => ({ path: `/api/programmes/${programmeId}/results.json` }), [409]),
  readReportDocument: unit(
    ({ programmeId }) => ({ path: `/api/programmes/${programmeId}/report.json?language=zh` }),
    [409],
  ),
  readReportPage: unit(
    ({ programmeId }) => ({ path: `/api/programmes/${programmeId}/report.html?language=zh` }),
    [409],
  ),
  readReportPdf: unit(({ programmeId }) => ({ path: `/api/programmes/${programmeId}/report.pdf?language=zh` }), [409]),
  // Questionnaires and waves in the field
  listTemplates: fixed("all", "/api/questionnaire-templates"),
  createProgrammeFromTemplate: unit(({ unitId }) => ({
    path: "/api/programmes/from-template",
    body: { name, unitId, template: "generic-service" },
  })),
  readQuestionnaire: unit(({ survey }) => ({ path: `/api/programmes/${survey.programmeId}/questionnaire` })),
  saveQuestionnaire: unit(({ survey }) => ({
    path: `/api/programmes/${survey.programmeId}/questionnaire`,
    body: { revision: 1, draft },
  })),
  readQuestionnaireVersion: unit(({ survey }) => ({
    path: `/api/programmes/${survey.programmeId}/questionnaire/versions/1`,
  })),
  publishQuestionnaire: unit(({ survey }) => ({
    path: `/api/programmes/${survey.programmeId}/questionnaire/publish`,
    body: { revision: 1, wave: { kind: "open" } },
  })),
  readFieldwork: unit(({ survey }) => ({ path: `/api/waves/${survey.waveId}/fieldwork` })),
  closeWave: unit(({ survey }) => ({ path: `/api/waves/${survey.waveId}/close`, body: { graceMinutes: 30 } })),
  reopenWave: unit(({ survey }) => ({ path: `/api/waves/${survey.waveId}/reopen` })),
  replaceLink: unit(({ survey }) => ({ path: `/api/waves/${survey.waveId}/links/replace` })),
  // Respondents have a link and no rights: collection's own tests ask these.
  submitResponse: fixed("nobody", "/api/collect/x/responses"),
  savePartial: fixed("nobody", "/api/collect/x/partials/00000000-0000-4000-8000-000000000000"),
  readPartial: fixed("nobody", "/api/collect/x/partials/00000000-0000-4000-8000-000000000000"),
  readCollectionState: fixed("nobody", "/api/collect/x"),
  // Imports
  uploadStudy: {
    about: "unit",
    request: () => ({ path: "/api/imports" }),
    upload: ({ unitId }) => ({ unitId, "data.csv": "q1\n9\n8\n" }),
  },
  readImport: unit(({ importId }) => ({ path: `/api/imports/${importId}` })),
  mapImport: unit(({ importId }) => ({ path: `/api/imports/${importId}/mapping`, body: mapping }), [409, 422]),
  runImport: unit(
    ({ importId, unitId }) => ({
      path: `/api/imports/${importId}/run`,
      body: { programme: { kind: "new", name, unitId }, faultyLines: "refuse" },
    }),
    // The sample's import found nothing that could be imported.
    [422],
  ),
  dropImport: unit(({ importId }) => ({ path: `/api/imports/${importId}` })),
  exportRejected: unit(({ importId }) => ({ path: `/api/imports/${importId}/rejected.csv` }), [200, 404, 409]),
};
