import "./import.css";
import { listUnits } from "@manyi/contract/organisation/organisation";
import { uploadStudy } from "@manyi/contract/study/imports";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { upload } from "../call/call.ts";
import { routeQuery } from "../call/use-route.ts";
import { Button } from "../controls/button.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { SelectField } from "../controls/field.tsx";
import { PageHeading } from "../controls/page-heading.tsx";
import { bytes } from "../format/number.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { unitOptions } from "../units/unit-options.ts";
import { DropZone } from "./drop-zone.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

const page = getRouteApi("/signed-in/import");

/** First step of an import: the files. Nothing of them counts anywhere before the last step. */
export function UploadPage() {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const search = page.useSearch();
  const navigate = page.useNavigate();
  const units = useQuery(routeQuery(listUnits, {}));
  const [files, setFiles] = useState<readonly File[]>([]);
  const [unit, setUnit] = useState<string | null>(null);
  const options = unitOptions(units.data?.entries ?? [], language);
  const unitId = unit ?? options[0]?.value ?? "";
  const send = useMutation({
    mutationFn: () => upload(uploadStudy, partsOf(files, unitId)),
    onSuccess: ({ id }) => void navigate({ to: "/import/$importId", params: { importId: id }, search }),
  });
  return (
    <div className="page import">
      <PageHeading title={words.title} />
      <p className="muted measure lead">{words.intro}</p>
      <DropZone onFiles={(chosen) => setFiles(chosen)} />
      {files.length === 0 ? null : (
        <div className="stack chosen">
          <ul className="files" aria-label={words.chosen}>
            {files.map((file) => (
              <li key={nameOf(file)}>
                <span>{nameOf(file)}</span>
                <span className="muted">{bytes(file.size)}</span>
              </li>
            ))}
          </ul>
          {options.length < 2 ? null : (
            <div className="form">
              <SelectField
                label={words.unit}
                hint={words.unitHint}
                value={unitId}
                options={options}
                onChoose={setUnit}
              />
            </div>
          )}
          <FailureNotice error={send.error ?? units.error} />
          <div className="row">
            <Button
              tone="primary"
              state={send.isPending ? "working" : "idle"}
              disabled={unitId === ""}
              onClick={() => send.mutate()}
            >
              {send.isPending ? words.uploading : words.upload}
            </Button>
          </div>
        </div>
      )}
      <section className="divided import-help">
        <h2>{words.helpTitle}</h2>
        <dl className="kinds">
          {words.kinds.map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

function partsOf(files: readonly File[], unitId: string): FormData {
  const parts = new FormData();
  // Fields first: the server reads the parts as they come.
  parts.set("unitId", unitId);
  for (const file of files) parts.append("file", file, nameOf(file));
  return parts;
}

/** The file's name inside the folder that was chosen. */
function nameOf(file: File): string {
  const path = file.webkitRelativePath;
  return path === "" ? file.name : path.slice(path.indexOf("/") + 1);
}
