import { mapImport, readImport, type StudyImport } from "@manyi/contract/study/imports";
import type { ColumnMapping, StudyMapping } from "@manyi/contract/study/mapping";
import { useState } from "react";
import { useChange } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { TextField } from "../controls/field.tsx";
import { TableBox } from "../controls/table-box.tsx";
import { textIn, withText } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { ColumnRow } from "./column-row.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface MappingEditorProps {
  readonly importId: string;
  readonly mapping: StudyMapping;
  readonly preview: NonNullable<StudyImport["preview"]>;
}

/** Says what each column is. The server has guessed; a person looks and corrects. */
export function MappingEditor({ importId, mapping: guessed, preview }: MappingEditorProps) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const [mapping, setMapping] = useState(guessed);
  const check = useChange(mapImport, { outdates: [readImport] });
  const setColumn = (column: ColumnMapping) =>
    setMapping((old) => ({ ...old, columns: old.columns.map((each) => (each.name === column.name ? column : each)) }));
  const items = mapping.columns.filter(({ use }) => use === "item");
  return (
    <section className="stack">
      <h2>{words.mapping}</h2>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!check.isPending) check.mutate({ params: { importId }, body: mapping });
        }}
      >
        <div className="form">
          <TextField
            label={words.studyTitle}
            required
            maxLength={200}
            value={textIn(mapping.title, language)}
            onType={(text) => setMapping((old) => ({ ...old, title: withText(old.title, text, language) }))}
          />
        </div>
        <TableBox label={words.mapping}>
          <table className="mapping">
            <thead>
              <tr>
                <th scope="col" className="name">
                  {words.column}
                </th>
                <th scope="col">{words.use}</th>
                <th scope="col">{words.label}</th>
                <th scope="col">{words.scale}</th>
                <th scope="col">{words.special}</th>
                <th scope="col">{words.belongsTo}</th>
              </tr>
            </thead>
            <tbody>
              {mapping.columns.map((column) => (
                <ColumnRow
                  key={column.name}
                  column={column}
                  seen={preview.columns.find(({ name }) => name === column.name)}
                  items={items}
                  onChange={setColumn}
                />
              ))}
            </tbody>
          </table>
        </TableBox>
        <FailureNotice error={check.error} />
        <div className="row">
          <Button kind="submit" tone="primary" state={check.isPending ? "working" : "idle"}>
            {words.checkData}
          </Button>
          <span className="muted">{words.checkWhat}</span>
        </div>
      </form>
    </section>
  );
}
