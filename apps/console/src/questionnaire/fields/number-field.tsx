import { useState } from "react";
import { TextField } from "../../controls/field.tsx";

interface NumberFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number | undefined;
  readonly minimum: number;
  readonly maximum: number;
  readonly kind?: "whole" | "decimal";
  readonly field: string;
  readonly fault: string;
  /** Undefined: the field is empty. Called with numbers that are allowed only. */
  readonly onNumber: (value: number | undefined) => void;
}

/** A number that may be left out. What is no number of the range stays in the field with a word, and changes nothing. */
export function NumberField({ label, hint, value, minimum, maximum, kind = "whole", ...rest }: NumberFieldProps) {
  const { field, fault, onNumber } = rest;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === undefined ? "" : String(value));
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode={kind === "whole" ? "numeric" : "decimal"}
      value={shown}
      data-field={field}
      fault={typed !== null && !isAllowed(typed, minimum, maximum, kind) ? fault : null}
      onBlur={() => {
        if (typed !== null && isAllowed(typed, minimum, maximum, kind)) setTyped(null);
      }}
      onType={(next) => {
        setTyped(next);
        if (isAllowed(next, minimum, maximum, kind)) onNumber(next.trim() === "" ? undefined : Number(next));
      }}
    />
  );
}

function isAllowed(typed: string, minimum: number, maximum: number, kind: "whole" | "decimal"): boolean {
  if (typed.trim() === "") return true;
  const value = Number(typed);
  return value >= minimum && value <= maximum && (kind === "decimal" || Number.isInteger(value));
}
