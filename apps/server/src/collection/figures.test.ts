import { Registry } from "prom-client";
import { expect, it } from "vitest";
import { collectionServer } from "../../test-support/collection-server.ts";
import { collectionFigures } from "./figures.ts";
import { openCollection } from "./open-collection.ts";

it("count what was accepted, what came again and what was refused by its code, and how it was committed", async () => {
  const registry = new Registry();
  const server = await collectionServer();
  const collection = openCollection(server.ground, { figures: collectionFigures(registry) });
  const now = server.clock.now();
  const submit = (given: Partial<ReturnType<typeof server.submission>>) =>
    collection.intake.submit(server.wave.token, server.submission(given), now).catch(() => {});
  const one = server.submission();
  await submit(one);
  await submit(one);
  await submit({ id: one.id, answers: { overall: 1, reason: "x" } });
  await submit({ answers: {} });
  await collection.intake.submit("x", one, now).catch(() => {});
  const partial = { sequence: 1, answers: {}, page: "first", version: 1, language: "zh" };
  await collection.intake.save(server.wave.token, server.submission().id, partial, now);
  await collection.close();
  const told = await registry.metrics();
  for (const [what, outcome] of [
    ["responses", "accepted"],
    ["responses", "repeated"],
    ["responses", "submission-differs"],
    ["responses", "answers-faulty"],
    ["responses", "not-found"],
    ["partials", "saved"],
  ]) {
    expect(told).toContain(`manyi_collected_total{what="${what}",outcome="${outcome}"} 1`);
  }
  expect(told).toContain('manyi_collect_batch_rows_count{what="responses"} 3');
  expect(told).toContain('manyi_collect_commit_seconds_count{what="partials"} 1');
  expect(told).not.toContain(server.wave.token);
});
