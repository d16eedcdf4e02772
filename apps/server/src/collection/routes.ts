import { readCollectionState, readPartial, savePartial, submitResponse } from "@manyi/contract/collection/submissions";
import { ProblemError } from "@manyi/contract/problem/problem";
import { type HandledRoute, handleDirect } from "../http/call.ts";
import type { Intake } from "./intake.ts";
import { isSubmissionId } from "./submission-id.ts";

export function collectionRoutes(intake: Intake): readonly HandledRoute[] {
  return [
    handleDirect(readCollectionState, ({ params, now }) => intake.state(params.link, now)),
    handleDirect(
      submitResponse,
      ({ params, body, now }) => intake.submit(params.link, body, now),
      ({ body }) => checkId(propertyOf(body, "id")),
    ),
    handleDirect(
      savePartial,
      async ({ params, body, now }) => {
        await intake.save(params.link, params.id, body, now);
        return undefined;
      },
      ({ params }) => checkId(propertyOf(params, "id")),
    ),
    handleDirect(
      readPartial,
      ({ params }) => intake.partialState(params.link, params.id),
      ({ params }) => checkId(propertyOf(params, "id")),
    ),
  ];
}

/** Told apart from other faults of form: without an id nothing that is sent again could be known. */
function checkId(id: unknown): void {
  if (!isSubmissionId(id)) throw new ProblemError("submission-id-missing", {});
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
