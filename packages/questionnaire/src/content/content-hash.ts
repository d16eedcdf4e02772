import canonicalize from "canonicalize";
import type { Questionnaire } from "../definition/questionnaire.ts";

/** Names the content of a questionnaire: the same for the same content, in whatever order its properties stand. A published
 *  version is known by it.
 *  @returns SHA-256 of the canonical JSON (RFC 8785), 64 hex digits */
export async function contentHash(questionnaire: Questionnaire): Promise<string> {
  const { $schema: _, ...content } = questionnaire;
  const text = canonicalize(content) ?? "";
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
