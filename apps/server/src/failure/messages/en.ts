import type { SettingMistake } from "../operator-failure.ts";
import { describeExpected } from "./describe-expected.ts";
import type { FailureMessages } from "./messages.ts";

export const en: FailureMessages = {
  failures: {
    "settings-wrong": ({ mistakes }) => mistakes.map((mistake) => wrongSetting(mistake)).join("\n"),
    "command-unknown": ({ command }) =>
      `There is no command “${command}”. There are start, backup and restore; see npm start -- --help`,
    "option-unknown": ({ option }) => `There is no option ${option}. See npm start -- --help`,
    "option-needs-value": ({ option }) => `Option ${option} needs a value. See npm start -- --help`,
    "role-unknown": ({ role }) => `--role is web, worker, analysis or all, not “${role}”.`,
    "role-needs-database-url": ({ role }) =>
      `--role ${role} needs a database that all processes share: set DATABASE_URL. The embedded one serves --role all only.`,
    "account-not-named": () => "Name the account: npm start -- new-password E-MAIL",
    "account-unknown": ({ email }) => `There is no account ${email}. Check the address.`,
    "file-not-named": ({ command }) => `Name the back-up file: npm start -- ${command} FILE.zip`,
    "too-many-arguments": ({ argument }) =>
      `“${argument}” is one argument too many. Quote a file name that holds spaces.`,
    "data-folder-is-file": ({ folder }) =>
      `${folder} is not a folder. Move the file away, or choose another data folder with MANYI_DATA.`,
    "data-folder-not-writable": ({ folder, reason }) =>
      `The data folder ${folder} cannot be written (${reason}). Give the user who runs this the right to, or choose another with MANYI_DATA.`,
    "disk-full": ({ folder }) => `The disk of ${folder} is full. Make room and start again; no data is damaged.`,
    "data-folder-in-use": ({ folder, pid }) =>
      `The data folder ${folder} is in use by another Manyi (process ${pid}). Stop that one, or choose another folder with MANYI_DATA.`,
    "data-folder-of-another": ({ folder, other }) =>
      `${folder} is a copy of ${other}, and both lead to one database. Copy data by back-up and restore, or delete the original folder.`,
    "embedded-not-available": ({ platform }) =>
      `The embedded database does not run on this platform (${platform}). Install PostgreSQL 15 or newer and set DATABASE_URL.`,
    "database-user-not-made": ({ reason }) =>
      `The database must not run as root, and there is no other user and none could be made (${reason}). Make a user manyi, or run this as an ordinary user.`,
    "database-not-started": ({ log, lastLine }) =>
      `The embedded database did not start: ${lastLine || "it gave no reason"}. More in ${log}.`,
    "database-of-another-version": ({ folder, found, needed }) =>
      `${folder} was made by PostgreSQL ${found}; this program brings ${needed}. Back up with the old version and restore with this one.`,
    "database-password-lost": ({ file }) =>
      `The password in ${file} is not the database's. Bring the original file back.`,
    "database-unreachable": ({ address, reason }) =>
      `The database at ${address} cannot be reached (${reason}). See that it runs, and check host and port in DATABASE_URL.`,
    "database-password-wrong": ({ address, user }) =>
      `The database at ${address} refuses user ${user}. Check user and password in DATABASE_URL.`,
    "database-missing": ({ address, database }) =>
      `There is no database ${database} at ${address}. Create it, or correct the name in DATABASE_URL.`,
    "database-url-wrong": ({ reason }) =>
      `DATABASE_URL is not written right (${reason}). It should be like postgres://user:password@host:5432/name`,
    "postgresql-too-old": ({ found, needed }) =>
      `The database is PostgreSQL ${found}; this program needs ${needed} or newer. Upgrade the database.`,
    "database-not-utf8": ({ database, encoding }) =>
      `The database ${database} is encoded in ${encoding}, which cannot hold Chinese. Create one in UTF8.`,
    "database-newer": ({ database, program }) =>
      `The database's version (${database}) is newer than this program's (${program}); nothing was changed. Start the newer program that upgraded it.`,
    "migration-changed": ({ file }) =>
      `The database was made by another text of ${file}; nothing was changed. Use the program version it was made with, and do not edit files in migrations.`,
    "migration-out-of-order": ({ file, applied }) =>
      `The database's list of upgrades has a gap (number ${applied} is there, ${file} before it is not); nothing was changed. Restore a back-up.`,
    "migration-failed": ({ file, reason }) =>
      `The upgrade of the database stopped at ${file} (${reason}); this step left nothing behind and the previous version still works. Keep this message and report it.`,
    "port-taken": ({ host, port }) =>
      `Port ${port} of ${host} is taken. Stop the program that uses it, or choose another with MANYI_PORT.`,
    "port-forbidden": ({ port }) => `This user may not use port ${port}. Choose one above 1024 with MANYI_PORT.`,
    "host-unknown": ({ host }) => `This machine has no network address ${host}. Correct MANYI_HOST.`,
    "backup-exists": ({ file }) => `${file} exists already and was left as it is. Choose another file name.`,
    "backup-not-written": ({ file, reason }) =>
      `The back-up ${file} could not be written (${reason}); no partial file was left. Choose another place.`,
    "backup-file-gone": ({ file }) =>
      `The file ${file} went away while it was being backed up, also on further tries; no back-up was written. Try again later; if it stays so, check that the file store is complete.`,
    "backup-missing": ({ file }) => `There is no back-up ${file}.`,
    "backup-not-a-backup": ({ file }) => `${file} is not a back-up of Manyi.`,
    "backup-broken": ({ file, part }) =>
      `The back-up ${file} is damaged (${part}); nothing was restored. Use another one.`,
    "backup-format-unknown": ({ file, format, known }) =>
      `The back-up ${file} has a newer format (${format}) than this program knows (${known}). Restore it with a newer program.`,
    "backup-newer": ({ file, backup, program }) =>
      `The back-up ${file} has a newer database version (${backup}) than this program (${program}). Restore it with a newer program.`,
    "restore-not-empty": ({ table }) =>
      `The database holds data already (table ${table}); nothing was restored. Restore into an empty data folder (MANYI_DATA) or an empty database.`,
    "restore-files-exist": ({ folder }) =>
      `${folder} holds files already; nothing was restored. Restore into an empty data folder (MANYI_DATA).`,
  },
  expected: {
    "database-url": () => "it should be like postgres://user:password@host:5432/name",
    "smtp-url": () => "it should be like smtps://user:password@smtp.example.com or smtp://host:587",
    "web-address": () => "it should be an address that begins with https://",
    origin: () => "it should be an address without a path, such as https://survey.example.com",
    "origin-when-public": ({ host }) =>
      `it is not set, but other machines can reach MANYI_HOST ${host}: name the address people open, such as https://survey.example.com`,
    networks: () => "it should be IP addresses or ranges separated by commas, such as 10.0.0.5,192.168.0.0/16",
    "one-of": ({ values }) => `it can only be ${values.join(", ")}`,
    "time-zone": () => "it should be an IANA time zone, such as Asia/Shanghai",
    "whole-number": ({ from, to }) => `it should be a whole number from ${from} to ${to}`,
    "mail-address": () => "it should be like survey@example.com or Customer survey <survey@example.com>",
    "account-address": () => "expected one e-mail address, such as admin@example.com",
    "long-secret": ({ characters }) => `it needs at least ${characters} characters`,
    "together-with": ({ given }) => `it is not set, but ${given} is: they go together`,
  },
  wrongSetting: (name, value, expected) => `Environment variable ${name} cannot be “${value}”: ${expected}.`,
  secretSetting: (name, expected) => `Environment variable ${name}: ${expected}.`,
};

function wrongSetting({ name, value, expected }: SettingMistake): string {
  const text = describeExpected(en, expected);
  return value === null ? en.secretSetting(name, text) : en.wrongSetting(name, value, text);
}
