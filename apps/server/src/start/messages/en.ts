import type { StartMessages } from "./messages.ts";

export const en: StartMessages = {
  help: (settings) => `Manyi: the server of the customer-satisfaction system.

  npm start [-- COMMAND [OPTIONS]]

Commands
  start               starts it (also without a command); Ctrl-C stops it
  backup FILE.zip     writes all data to a new file; the system may be running
  restore FILE.zip    brings a back-up into an empty data folder or an empty database
  new-password E-MAIL sets a new password for an account and removes its second factor

Options
  --role ROLE         does a part of the work only: web, worker or analysis (default all);
                      processes that run apart share a database by DATABASE_URL
  --help              shows this

Settings (environment variables, defaults after the equals sign)
${settings}`,
  makingDatabase: "First start: making the database …",
  running: (origin) => `Manyi runs: ${origin}    Ctrl-C stops it`,
  runningRole: (role) => `Manyi runs (${role})    Ctrl-C stops it`,
  firstAdministrator: (email, password) => `
  ┌──────────────────────────────────────────────
  │ First administrator
  │
  │   Account   ${email}
  │   Password  ${password}
  │
  │ The password is shown this once. Change it when you have signed in.
  └──────────────────────────────────────────────
`,
  newPassword: (email, password) => `
  Account   ${email}
  Password  ${password}

The password is shown this once. The second factor was removed and all sessions were ended.
`,
  stopping: "Stopping … (Ctrl-C again ends it at once)",
  stopped: "Stopped.",
  backedUp: (file, rows, files) => `Backed up to ${file}: ${rows} rows, ${files} files, all verified.`,
  restored: (file, rows, files) => `Restored from ${file}: ${rows} rows, ${files} files, each equal to the back-up.`,
  unexpected: (message) => `Unexpected error: ${message}. This is a fault of the program; report it with what follows.`,
};
