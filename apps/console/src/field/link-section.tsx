import type { Fieldwork } from "@manyi/contract/collection/fieldwork";
import { useState } from "react";
import { Button } from "../controls/button.tsx";
import { CopyText } from "../controls/copy-text.tsx";
import { FailureNotice } from "../controls/failure-notice.tsx";
import { saveFile } from "../controls/save-file.ts";
import { useMessages } from "../language/use-language.ts";
import { QrCode } from "../qr/qr-code.tsx";
import { qrFileName, qrPng, qrSvg } from "../qr/qr-files.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { ReplaceDialog } from "./replace-dialog.tsx";

interface LinkSectionProps {
  readonly fieldwork: Fieldwork;
  readonly name: string;
  readonly may: "manage" | "look";
}

/** The address that customers get, to copy, to print, to try. */
export function LinkSection({ fieldwork, name, may }: LinkSectionProps) {
  const words = useMessages({ zh, en });
  const [asked, setAsked] = useState<"no" | "yes">("no");
  const [failure, setFailure] = useState<unknown>(null);
  const link = fieldwork.links.find(({ withdrawnAt }) => withdrawnAt === null);
  if (link === undefined) return null;
  const { address } = link;
  const saveSvg = () =>
    saveFile(new Blob([qrSvg(address)], { type: "image/svg+xml" }), qrFileName([words.qrFile, name], "svg"));
  const savePng = () => {
    qrPng(address).then((blob) => saveFile(blob, qrFileName([words.qrFile, name], "png")), setFailure);
  };
  return (
    <section className="link-section divided">
      <div className="stack">
        <h2>{words.linkTitle}</h2>
        <p className="muted measure">{fieldwork.state === "open" ? words.linkWhat : words.linkShut}</p>
        <div className="screen-only">
          <CopyText label={words.address} text={address} />
        </div>
        <p className="print-only mono">{address}</p>
        <div className="row screen-only">
          {fieldwork.state === "open" ? (
            <a href={address} target="_blank" rel="noreferrer" className="button">
              {words.tryIt}
            </a>
          ) : null}
          {may === "manage" && fieldwork.state === "open" ? (
            <Button tone="quiet" onClick={() => setAsked("yes")}>
              {words.replace}
            </Button>
          ) : null}
        </div>
        {fieldwork.state === "open" ? <p className="muted small screen-only">{words.tryHint}</p> : null}
      </div>
      <div className="qr-box">
        <QrCode text={address} label={words.qrLabel} />
        <div className="row screen-only">
          <Button size="compact" onClick={saveSvg}>
            {words.saveSvg}
          </Button>
          <Button size="compact" onClick={savePng}>
            {words.savePng}
          </Button>
          <Button size="compact" onClick={() => window.print()}>
            {words.print}
          </Button>
        </div>
        <FailureNotice error={failure} />
      </div>
      {asked === "yes" ? <ReplaceDialog waveId={fieldwork.waveId} onClose={() => setAsked("no")} /> : null}
    </section>
  );
}
