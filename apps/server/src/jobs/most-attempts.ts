import type { JobName } from "./job-map.ts";

/** How often a job is tried before it is dead. After attempt n it waits e^n seconds (from the tenth on 6 hours). */
export const mostAttempts: Readonly<Record<JobName, number>> = {
  /** About 3½ hours: longer than a mail server is usually away, and than most links in mails are good for. */
  "send-mail": 10,
  // About half an hour: a database or an object store that comes back is waited for.
  "run-import": 8,
  "compute-results": 6,
  "render-report": 6,
  "finish-closing": 8,
  /** There is another one tomorrow. */
  sweep: 4,
};
