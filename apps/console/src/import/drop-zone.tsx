import { type DragEvent, useRef, useState } from "react";
import { Button } from "../controls/button.tsx";
import { useMessages } from "../language/use-language.ts";
import { droppedFiles } from "./dropped-files.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** Takes files by dropping or by choosing; a folder counts as the files in it. */
export function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const words = useMessages({ zh, en });
  const [over, setOver] = useState<"no" | "yes">("no");
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver("no");
    void droppedFiles(event.dataTransfer).then(onFiles);
  };
  const take = (input: HTMLInputElement) => {
    onFiles([...(input.files ?? [])]);
    // The same file may be chosen again after it was mended.
    input.value = "";
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside are the first
    <div
      className={`drop-zone ${over === "yes" ? "over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver("yes");
      }}
      onDragLeave={() => setOver("no")}
      onDrop={onDrop}
    >
      <p>{words.drop}</p>
      <div className="row">
        <Button onClick={() => files.current?.click()}>{words.chooseFiles}</Button>
        <Button onClick={() => folder.current?.click()}>{words.chooseFolder}</Button>
      </div>
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept=".csv,.xlsx,.json,.zip"
        aria-label={words.chooseFiles}
        onChange={(event) => take(event.target)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        aria-label={words.chooseFolder}
        {...{ webkitdirectory: "" }}
        onChange={(event) => take(event.target)}
      />
    </div>
  );
}
