/** The contents list of a back-up: `manifest.json`, its first word on what is in the other entries. */

/** Of this layout of the file. A program reads older ones and refuses newer ones. */
export const BACKUP_FORMAT = 1;
export const MANIFEST_ENTRY = "manifest.json";
export const SECRET_ENTRY = "secret";

export interface Manifest {
  readonly kind: "manyi-backup";
  readonly format: number;
  readonly product: string;
  /** Number of the schema's newest migration. */
  readonly schema: number;
  /** ISO, UTC. */
  readonly madeAt: string;
  readonly tables: readonly TableContents[];
  readonly sequences: readonly SequenceState[];
  readonly files: readonly FileContents[];
}

export interface Contents {
  readonly bytes: number;
  readonly sha256: string;
}

export interface TableContents extends Contents {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

export interface SequenceState {
  readonly name: string;
  readonly lastValue: number;
}

export interface FileContents extends Contents {
  readonly key: string;
}

export function tableEntry(name: string): string {
  return `tables/${name}.copy`;
}

export function fileEntry(key: string): string {
  return `files/${key}`;
}

/** @returns undefined if the text is no manifest; its `format` decides whether more than that may be believed */
export function parseManifest(text: string): Manifest | undefined {
  const value = parseJson(text);
  return isManifest(value) ? value : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  return (
    isObject(value) &&
    value.kind === "manyi-backup" &&
    isCount(value.format) &&
    isCount(value.schema) &&
    typeof value.product === "string" &&
    typeof value.madeAt === "string" &&
    isListOf(value.tables, isTable) &&
    isListOf(value.sequences, (entry) => isObject(entry) && isName(entry.name) && isCount(entry.lastValue)) &&
    isListOf(value.files, (entry) => isContents(entry) && typeof entry.key === "string")
  );
}

function isTable(entry: unknown): boolean {
  return isContents(entry) && isName(entry.name) && isCount(entry.rows) && isListOf(entry.columns, isName);
}

function isContents(entry: unknown): entry is Record<string, unknown> {
  return isObject(entry) && isCount(entry.bytes) && typeof entry.sha256 === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isListOf(value: unknown, isEntry: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isEntry);
}

function isName(value: unknown): boolean {
  return typeof value === "string" && /^\w{1,63}$/.test(value);
}

function isCount(value: unknown): boolean {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
