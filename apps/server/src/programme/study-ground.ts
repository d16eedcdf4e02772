import type { Ground } from "../ground.ts";

/** What heavy work on studies stands on: the same in the server and in its child process. */
export type StudyGround = Pick<Ground, "database" | "files" | "clock"> & {
  readonly config: Pick<Ground["config"], "dataFolder" | "largestImportBytes" | "timeZone">;
};
