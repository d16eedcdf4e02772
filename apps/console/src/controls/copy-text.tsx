import { useMessages } from "../language/use-language.ts";
import { Button } from "./button.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { tell } from "./teller.tsx";

/** A text to take away, with a button that copies it. Where the browser lets nobody copy, it can be selected. */
export function CopyText({ label, text }: { readonly label: string; readonly text: string }) {
  const words = useMessages({ zh, en });
  return (
    <div className="copy-text">
      <input
        className="input mono"
        readOnly
        aria-label={label}
        value={text}
        onFocus={(event) => event.target.select()}
      />
      <Button
        onClick={() => {
          navigator.clipboard?.writeText(text).then(
            () => tell(words.copied),
            () => undefined,
          );
        }}
      >
        {words.copy}
      </Button>
    </div>
  );
}
