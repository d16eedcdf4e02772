import { isRecord } from "@manyi/questionnaire/question/reading";
import type { PreviewShow } from "../preview-message.ts";

/** @returns null for a message of anybody else */
export function readPreviewShow(message: unknown): PreviewShow | null {
  if (!isRecord(message) || message.kind !== "manyi-preview-show") return null;
  if (!isRecord(message.questionnaire) || !Array.isArray(message.questionnaire.pages)) return null;
  // Console and preview are built of one source and served by one origin, which was checked.
  return message as unknown as PreviewShow;
}
