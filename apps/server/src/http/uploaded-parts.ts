import { ProblemError } from "@manyi/contract/problem/problem";
import type { FastifyRequest } from "fastify";
import type { Part } from "./call.ts";
import { firstFault } from "./plain-text.ts";

const LIMITS = { files: 200, fields: 50, parts: 250, fieldSize: 100_000, fieldNameSize: 100, headerPairs: 50 };

/** Parts of a multipart request, one after the other as they come in. */
export async function* uploadedParts(request: FastifyRequest, largestFileBytes: number): AsyncIterable<Part> {
  const parts = request.parts({ limits: { ...LIMITS, fileSize: largestFileBytes } });
  for await (const part of parts) {
    if (part.type === "file") {
      checkText(part.filename);
      yield { kind: "file", name: part.fieldname, fileName: part.filename, content: part.file };
      // Were the limit passed without a word, a cut file would be taken for the whole.
      if (part.file.truncated) throw new ProblemError("request-too-large", { limitBytes: largestFileBytes });
      continue;
    }
    const value = typeof part.value === "string" ? part.value : "";
    checkText(value);
    if (part.valueTruncated) throw new ProblemError("request-too-large", { limitBytes: LIMITS.fieldSize });
    yield { kind: "field", name: part.fieldname, value };
  }
}

function checkText(text: string): void {
  const reason = firstFault(text);
  if (reason !== null) throw new ProblemError("request-malformed", { reason });
}
