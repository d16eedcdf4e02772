/** `mapping`: the files hold data without a study.json, so somebody has to say what the columns are. `ready`: it can be
 *  carried out. `faulty`: something has to be mended first. */
export const importStates = ["mapping", "ready", "faulty", "queued", "running", "done", "failed"] as const;
export type ImportState = (typeof importStates)[number];
