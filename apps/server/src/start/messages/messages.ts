/** What the server says to whoever starts it. */
export interface StartMessages {
  readonly help: (settings: string) => string;
  readonly makingDatabase: string;
  readonly running: (origin: string) => string;
  readonly runningRole: (role: string) => string;
  readonly firstAdministrator: (email: string, password: string) => string;
  readonly newPassword: (email: string, password: string) => string;
  readonly stopping: string;
  readonly stopped: string;
  readonly backedUp: (file: string, rows: string, files: string) => string;
  readonly restored: (file: string, rows: string, files: string) => string;
  readonly unexpected: (message: string) => string;
}
