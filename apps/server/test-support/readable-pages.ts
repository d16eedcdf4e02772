/** Respondents' pages as a test can read them: each says what it was given. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { OpenPages } from "@manyi/respondent/open-pages";
import type { EndPage, NoticePage, QuestionPage, RespondentPages } from "@manyi/respondent/pages";
import type { LightMyRequestResponse } from "fastify";
import { onTestFinished } from "vitest";

type Said =
  | ({ readonly kind: "question" } & QuestionPage)
  | ({ readonly kind: "end" } & EndPage)
  | { readonly kind: "notice"; readonly notice: NoticePage };

const pages: RespondentPages = {
  question: (view) => JSON.stringify({ kind: "question", ...view } satisfies Said),
  end: (view) => JSON.stringify({ kind: "end", ...view } satisfies Said),
  notice: (notice) => JSON.stringify({ kind: "notice", notice } satisfies Said),
  preview: () => "<!doctype html><title>preview</title>",
  languages: ["zh", "en"],
  styleHash: "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
};

export async function readablePages(): Promise<OpenPages> {
  const assets = await mkdtemp(join(tmpdir(), "manyi-respondent-"));
  onTestFinished(() => rm(assets, { recursive: true, force: true }));
  await writeFile(join(assets, "runtime-1a2b.js"), "plain");
  await writeFile(join(assets, "runtime-1a2b.js.gz"), gzipSync("packed"));
  return { pages, assets };
}

/** @throws Error where it was another kind of page */
export function questionsIn(answer: LightMyRequestResponse): QuestionPage {
  const said = saidIn(answer);
  if (said.kind !== "question") throw new Error(`no questions but ${answer.body}`);
  return said;
}

export function noticeIn(answer: LightMyRequestResponse): NoticePage {
  const said = saidIn(answer);
  if (said.kind !== "notice") throw new Error(`no notice but ${answer.body}`);
  return said.notice;
}

export function endIn(answer: LightMyRequestResponse): EndPage {
  const said = saidIn(answer);
  if (said.kind !== "end") throw new Error(`no end but ${answer.body}`);
  return said;
}

function saidIn(answer: LightMyRequestResponse): Said {
  if (!/^text\/html/.test(String(answer.headers["content-type"]))) throw new Error(`no page but ${answer.body}`);
  return JSON.parse(answer.body);
}
