import { textIn } from "@manyi/analysis/results/text-in";
import { loadStudy } from "@manyi/dataset/load/load-study";
import type { StudyRequest } from "../command-line.ts";
import { messagesIn } from "../messages/language.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { sayIssues, sayRead } from "./say.ts";

/** Reads everything, writes nothing.
 *  @throws StudyError */
export async function check(request: StudyRequest, terminal: Terminal): Promise<ExitCode> {
  const { language } = request;
  const started = terminal.nowMs();
  const loaded = await loadStudy(request.study, { unknownAnswers: request.unknownAnswers });
  sayIssues(loaded.warnings, language, terminal);
  sayRead(loaded, (terminal.nowMs() - started) / 1000, language, terminal);
  const { definition, dataset } = loaded;
  const grouped = new Intl.NumberFormat("en");
  terminal.say(
    messagesIn(language).sound(
      textIn(definition.title, language),
      grouped.format(dataset.rows),
      grouped.format(definition.columns.length),
    ),
  );
  return 0;
}
