import { readReportPage, readReportPdf, readResults } from "@manyi/contract/results/results";
import { addressOf } from "../call/call.ts";
import { useFile } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { saveFile } from "../controls/save-file.ts";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface ReportFilesProps {
  readonly programmeId: string;
  readonly which: { readonly wave?: string; readonly weight?: string };
}

const languages = ["zh", "en"] as const;

/** The report as files, in both languages whatever the screen speaks: readers are others than whoever downloads. */
export function ReportFiles({ programmeId, which }: ReportFilesProps) {
  const words = useMessages({ zh, en });
  const params = { programmeId };
  const save = ({ blob, name }: { readonly blob: Blob; readonly name: string }) => saveFile(blob, name);
  const pdf = useFile(readReportPdf, save);
  const numbers = useFile(readResults, save);
  const making = pdf.isPending ? pdf.variables.query.language : null;
  return (
    <dl className="report-files">
      <div>
        <dt>{words.pdf}</dt>
        <dd className="muted">{words.pdfWhat}</dd>
        <dd className="row">
          {languages.map((language) => (
            <Button
              key={language}
              tone={language === languages[0] ? "primary" : "plain"}
              state={making === language ? "working" : "idle"}
              onClick={() => pdf.mutate({ params, query: { ...which, language } })}
            >
              {words.pdfIn[language]}
            </Button>
          ))}
        </dd>
        <dd>
          <FailureNotice error={pdf.error} />
        </dd>
      </div>
      <div>
        <dt>{words.page}</dt>
        <dd className="muted">{words.pageWhat}</dd>
        <dd className="row">
          {languages.map((language) => (
            <a
              key={language}
              className="button"
              href={addressOf(readReportPage, params, { ...which, language })}
              target="_blank"
              rel="noreferrer"
            >
              {words.pageIn[language]}
            </a>
          ))}
        </dd>
      </div>
      <div>
        <dt>{words.numbers}</dt>
        <dd className="muted">{words.numbersWhat}</dd>
        <dd>
          <Button
            state={numbers.isPending ? "working" : "idle"}
            onClick={() => numbers.mutate({ params, query: which })}
          >
            {words.saveNumbers}
          </Button>
        </dd>
        <dd>
          <FailureNotice error={numbers.error} />
        </dd>
      </div>
    </dl>
  );
}
