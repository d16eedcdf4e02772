import { useState } from "react";
import { TextField } from "../../controls/field.tsx";
import { useMessages } from "../../language/use-language.ts";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";

interface CodeFieldProps {
  readonly label: string;
  readonly code: string;
  /** Published: answers are kept under it. */
  readonly locked: boolean;
  readonly isAllowed: (code: string) => boolean;
  readonly taken: ReadonlySet<string>;
  readonly field: string;
  readonly look?: "labelled" | "compact";
  readonly onRename: (code: string) => void;
}

/** A code, changed as a whole: only when the field is left is it taken over, so no half-typed one ever names anything. */
export function CodeField({
  label,
  code,
  locked,
  isAllowed,
  taken,
  field,
  look = "labelled",
  onRename,
}: CodeFieldProps) {
  const words = useMessages({ zh, en });
  const [typed, setTyped] = useState<string | null>(null);
  const fault = typed === null || typed === code ? null : faultOf(typed, isAllowed, taken, words);
  const commit = () => {
    if (typed === null || fault !== null) return;
    setTyped(null);
    if (typed !== code) onRename(typed);
  };
  const keys = {
    onBlur: commit,
    onKeyDown: (event: { readonly key: string; readonly preventDefault: () => void }) => {
      if (event.key === "Enter") {
        event.preventDefault();
        commit();
      }
      if (event.key === "Escape") setTyped(null);
    },
  };
  if (look === "compact") {
    return (
      <input
        {...keys}
        className="input mono compact code"
        aria-label={label}
        aria-invalid={fault === null ? undefined : true}
        title={fault ?? (locked ? words.codeLocked : undefined)}
        readOnly={locked}
        spellCheck={false}
        data-field={field}
        value={typed ?? code}
        onChange={(event) => setTyped(event.target.value)}
      />
    );
  }
  return (
    <TextField
      {...keys}
      label={label}
      hint={locked ? words.codeLocked : words.codeHint}
      fault={fault}
      readOnly={locked}
      spellCheck={false}
      data-field={field}
      value={typed ?? code}
      onType={setTyped}
    />
  );
}

function faultOf(
  typed: string,
  isAllowed: (code: string) => boolean,
  taken: ReadonlySet<string>,
  words: { readonly codeForm: string; readonly codeTaken: string },
): string | null {
  if (!isAllowed(typed)) return words.codeForm;
  return [...taken].some((each) => each.toLowerCase() === typed.toLowerCase()) ? words.codeTaken : null;
}
