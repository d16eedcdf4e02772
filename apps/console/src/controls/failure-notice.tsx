import { isProblem } from "../call/call-error.ts";
import { failureText } from "../call/failure-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { Button } from "./button.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { Notice } from "./notice.tsx";

interface FailureProps {
  /** What was thrown; nothing is shown for null. */
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What happened, where, and what to do. */
export function FailureNotice({ error, onRetry }: FailureProps) {
  const language = useLanguage();
  const words = useMessages({ zh, en });
  // An ended session has a dialog of its own; afterwards the page goes on where it was.
  if (error === null || error === undefined || isProblem(error, "not-signed-in")) return null;
  const { text, lines } = failureText(error, language);
  const retry = onRetry === undefined ? null : <Button onClick={onRetry}>{words.retry}</Button>;
  return (
    <Notice tone="failure" action={retry}>
      <p>{text}</p>
      {lines.length === 0 ? null : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
