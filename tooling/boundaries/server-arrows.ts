/**
 * Who may call whom inside the server. A noun calls another noun's commands and queries, never its tables; what all
 * stand on (clock, config, database …) calls no noun.
 */

export const serverSource = "apps/server/src";

const ground = ["product", "clock", "config", "failure", "log", "database", "files", "jobs"] as const;
/** What a noun's routes need besides. */
const routes = ["http", "rights", "audit", "database"] as const;

/** Folders that put the nouns together; they may call all of them. `heavy` is the child process that runs the nouns' heavy work. */
export const composers: readonly string[] = ["start", "heavy"];

/** Folder → folders it may import from. */
export const serverArrows: Readonly<Record<string, readonly string[]>> = {
  product: [],
  clock: [],
  failure: [],
  config: ["failure"],
  log: ["config"],
  "data-folder": ["failure"],
  database: ["failure", "data-folder"],
  files: ["clock", "config", "failure", "log"],
  outbound: ["files"],
  jobs: ["clock", "config", "database", "files", "log"],
  mail: ["config", "database", "jobs"],
  backup: ["database", "failure", "files"],
  rights: ["database"],
  audit: routes,
  http: [...ground, "rights", "audit", "identity"],
  identity: [...ground, ...routes, "mail"],
  organisation: [...ground, ...routes, "mail", "identity"],
  response: [...ground, ...routes, "programme"],
  programme: [...ground, ...routes, "response"],
  questionnaire: [...ground, ...routes, "programme"],
  collection: [...ground, ...routes, "programme", "questionnaire", "response"],
  fieldwork: [...ground, ...routes, "programme", "questionnaire", "response", "collection"],
  study: [...ground, ...routes, "programme", "response", "heavy"],
  analysis: [...ground, ...routes, "programme", "response", "study", "heavy"],
  report: [...ground, ...routes, "programme", "response", "analysis", "study"],
};
