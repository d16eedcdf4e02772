/** Where a command writes; handed in, so that tests can listen. */
export interface Terminal {
  /** Results only: what a program reads. */
  readonly print: (text: string) => void;
  /** Progress and messages: what a person reads. */
  readonly say: (text: string) => void;
  readonly nowMs: () => number;
  readonly today: () => string;
}

/** 0 done; 1 the study or the place to write is at fault; 2 the command line is. */
export type ExitCode = 0 | 1 | 2;
