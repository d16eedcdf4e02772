/**
 * Who may call whom inside the server. A noun calls another noun's commands and queries, never its tables; what all
 * stand on (clock, config, database …) calls no noun.
 */

export const serverSource = "apps/server/src";

const ground = ["clock", "config", "failure", "log", "database", "files", "jobs"] as const;
/** What a noun's routes need besides. */
const routes = ["http", "rights", "audit"] as const;

/** Folders that put the nouns together; they may call all of them. */
export const composers: readonly string[] = ["start"];

/** Folder → folders it may import from. */
export const serverArrows: Readonly<Record<string, readonly string[]>> = {
  clock: [],
  config: ["failure"],
  failure: [],
  log: ["config"],
  "data-folder": ["config", "failure", "log"],
  database: ["config", "failure", "log", "data-folder"],
  files: ["config", "log"],
  outbound: [],
  jobs: ["clock", "config", "database", "log"],
  rights: ["database"],
  audit: [...ground, "rights", "http"],
  http: [...ground, "rights", "audit", "identity"],
  mail: ground,
  identity: [...ground, ...routes, "mail", "organisation"],
  organisation: [...ground, ...routes, "mail", "identity"],
  programme: [...ground, ...routes],
  response: [...ground, ...routes, "programme"],
  study: [...ground, ...routes, "programme", "response", "outbound"],
  analysis: [...ground, ...routes, "programme", "response", "study"],
  report: [...ground, ...routes, "programme", "analysis"],
  backup: [...ground],
};
