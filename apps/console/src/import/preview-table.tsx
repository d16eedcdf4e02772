import type { StudyImport } from "@manyi/contract/study/imports";
import { keyed } from "../controls/keyed.ts";
import { TableBox } from "../controls/table-box.tsx";
import { count } from "../format/number.ts";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

type Preview = NonNullable<StudyImport["preview"]>;

/** The first rows as they were read: a wrong encoding or a wrong first line is seen at once. */
export function PreviewTable({ preview }: { readonly preview: Preview }) {
  const words = useMessages({ zh, en });
  const { dataFile, encoding, rows, columns, firstRows } = preview;
  return (
    <section>
      <h2>{words.preview}</h2>
      <p className="muted">{words.previewFacts(dataFile, encoding, count(rows), count(columns.length))}</p>
      <TableBox label={words.preview}>
        <table className="preview">
          <thead>
            <tr>
              {columns.map(({ name }) => (
                <th scope="col" key={name} className="nowrap">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed(firstRows).map(({ key, item: cells }) => (
              <tr key={key}>
                {columns.map(({ name }, column) => (
                  <td key={name}>{cells[column] || "—"}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}
