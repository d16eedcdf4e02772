/** What stands in the JSON columns of `study_import`. */
import type { BodyOf } from "@manyi/contract/route/route";
import type { ImportSchema, runImport, StudyImport } from "@manyi/contract/study/imports";
import type { Issue } from "@manyi/study/issue/issue";
import type { StudyMapping } from "@manyi/study/mapping/study-mapping";
import type { Static } from "typebox";
import type { LocalText } from "../database/tables.ts";

export interface ImportFile {
  /** As it was uploaded; a text to show and to match with study.json, never a path. */
  readonly name: string;
  readonly key: string;
  readonly bytes: number;
  readonly sha256: string;
}

export type Preview = NonNullable<Static<typeof ImportSchema>["preview"]>;

/** What the check of an upload found. */
export interface Findings {
  readonly title: LocalText | null;
  readonly hasStudyJson: boolean;
  readonly preview: Preview | null;
  /** Nothing can be imported until these are mended. */
  readonly issues: readonly Issue[];
  /** Notes, and what is wrong in single lines. */
  readonly warnings: readonly Issue[];
  readonly faultyLines: number;
}

export type ImportRequest = BodyOf<typeof runImport>;
export type ImportState = StudyImport["state"];

/** The imported file: what a method section says of it. */
export interface ImportedData {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: string;
}

export interface ImportOutcome {
  readonly programmeId: string;
  readonly imported: number;
  readonly rejected: number;
  readonly waves: number;
  readonly data: ImportedData;
  /** Key of the rejected lines in the file store; null where none was. */
  readonly rejectedKey: string | null;
}

export interface ImportRecord {
  readonly id: string;
  readonly organisationId: string;
  readonly unitId: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly state: ImportState;
  readonly files: readonly ImportFile[];
  readonly findings: Findings;
  readonly mapping: StudyMapping | null;
  readonly request: ImportRequest | null;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly outcome: ImportOutcome | null;
}
