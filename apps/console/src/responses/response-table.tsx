import { readProgramme } from "@manyi/contract/programme/programmes";
import {
  listResponses,
  type Response,
  type ResponseColumn,
  restoreResponse,
} from "@manyi/contract/programme/responses";
import { readResultsState } from "@manyi/contract/results/results";
import { useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { TableBox } from "../controls/table-box.tsx";
import { tell } from "../controls/teller.tsx";
import { minute } from "../format/date.ts";
import { textIn } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { useProgramme } from "../programme/use-programme.ts";
import { useSession } from "../session/session-query.ts";
import type { CellReader } from "./cell-text.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface ResponseTableProps {
  readonly columns: readonly ResponseColumn[];
  readonly reader: CellReader;
  readonly entries: readonly Response[];
  readonly onExclude: (response: Response) => void;
  readonly onHistory: (response: Response) => void;
}

/** Responses as rows, their columns in the order of the file. */
export function ResponseTable({ columns, reader, entries, onExclude, onHistory }: ResponseTableProps) {
  const words = useMessages({ zh, en });
  const { may } = useProgramme();
  const restore = useChange(restoreResponse, {
    outdates: [listResponses, readProgramme, readResultsState],
    onDone: () => tell(words.restored),
  });
  return (
    <>
      <FailureNotice error={restore.error} />
      <TableBox label={words.table}>
        <table className="responses">
          <thead>
            <tr>
              <th scope="col" className="name">
                {words.response}
              </th>
              <th scope="col">{words.actions}</th>
              <th scope="col">{words.wave}</th>
              {columns.map((column) => (
                <th scope="col" key={column.code} title={`${reader.name(column)} (${column.code})`}>
                  <span className="column-name">{reader.name(column)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((response) => (
              <tr key={response.id} className={response.state}>
                <NameCell response={response} />
                <td className="nowrap">
                  {!may.editResponses ? null : response.state === "valid" ? (
                    <Button tone="quiet" size="compact" onClick={() => onExclude(response)}>
                      {words.exclude}
                    </Button>
                  ) : (
                    <Button
                      tone="quiet"
                      size="compact"
                      state={
                        restore.isPending && restore.variables.params.responseId === response.id ? "working" : "idle"
                      }
                      onClick={() => restore.mutate({ params: { responseId: response.id } })}
                    >
                      {words.restore}
                    </Button>
                  )}
                  <Button tone="quiet" size="compact" onClick={() => onHistory(response)}>
                    {words.history}
                  </Button>
                </td>
                <WaveCell waveId={response.waveId} />
                {columns.map(({ code }) => (
                  <td key={code}>{reader.text(code, response.answers[code] ?? "")}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </>
  );
}

function NameCell({ response }: { readonly response: Response }) {
  const words = useMessages({ zh, en });
  const { organisation } = useSession();
  const name = response.line === null ? minute(response.receivedAt, organisation.timeZone) : words.line(response.line);
  return (
    <th scope="row" className="name">
      {name}
      {response.state === "excluded" ? (
        <>
          {" "}
          <span className="tag bad" title={response.reason ?? undefined}>
            {words.states.excluded}
          </span>
        </>
      ) : null}
    </th>
  );
}

function WaveCell({ waveId }: { readonly waveId: string }) {
  const language = useLanguage();
  const wave = useProgramme().waves.find(({ id }) => id === waveId);
  return <td className="nowrap">{wave === undefined ? "—" : textIn(wave.name, language)}</td>;
}
