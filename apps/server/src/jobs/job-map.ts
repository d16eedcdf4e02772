/** What waits to be done, by name. A job carries ids only: what it carries is kept when it fails, and may be logged. */
export interface JobMap {
  "send-mail": { readonly mailId: string };
  "run-import": { readonly importId: string };
  "compute-results": {
    readonly programmeId: string;
    readonly waveId: string | null;
    /** Empty: the weight that the study says. */
    readonly weight: string;
  };
  "render-report": {
    readonly programmeId: string;
    readonly waveId: string | null;
    readonly weight: string;
    readonly language: "zh" | "en";
    readonly kind: "page" | "pdf";
  };
  "finish-closing": { readonly waveId: string };
  /** Every night: expired sessions, settled mails, forgotten uploads, files nobody knows. */
  sweep: Record<never, never>;
}

export type JobName = keyof JobMap;

/** Heavy work stays out of the worker's way: analysis has a role and a process of its own. */
export const jobRoles: Readonly<Record<JobName, "worker" | "analysis">> = {
  "send-mail": "worker",
  "run-import": "worker",
  "compute-results": "analysis",
  "render-report": "analysis",
  "finish-closing": "worker",
  sweep: "worker",
};
