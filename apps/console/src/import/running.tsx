import type { StudyImport } from "@manyi/contract/study/imports";
import { count } from "../format/number.ts";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

/** An import at work; it goes on without this page. */
export function Running({ progress }: { readonly progress: StudyImport["progress"] }) {
  const words = useMessages({ zh, en });
  return (
    <div className="stack measure">
      <p role="status">
        {progress === null ? words.queued : words.running(count(progress.done), count(progress.total))}
      </p>
      {progress === null ? (
        <progress className="progress" aria-label={words.progress} />
      ) : (
        <progress className="progress" aria-label={words.progress} value={progress.done} max={progress.total} />
      )}
      <p className="muted">{words.runningWhat}</p>
    </div>
  );
}
