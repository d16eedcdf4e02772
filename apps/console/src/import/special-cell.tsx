import type { ColumnMapping } from "@manyi/contract/study/mapping";
import { useState } from "react";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

type Meaning = ColumnMapping["special"][string];
const meanings: readonly Meaning[] = ["not-applicable", "dont-know", "refused", "not-shown", "skipped"];

interface SpecialCellProps {
  readonly column: ColumnMapping;
  readonly onChange: (column: ColumnMapping) => void;
}

/** Codes that are no rating, such as 99 for "don't know". */
export function SpecialCell({ column, onChange }: SpecialCellProps) {
  const words = useMessages({ zh, en });
  const [code, setCode] = useState("");
  const set = (special: ColumnMapping["special"]) => onChange({ ...column, special });
  const add = () => {
    if (code.trim() === "") return;
    set({ ...column.special, [code.trim()]: "not-applicable" });
    setCode("");
  };
  return (
    <div className="special-cell">
      {Object.entries(column.special).map(([cell, meaning]) => (
        <span className="row" key={cell}>
          <span className="mono">{cell}</span>
          <select
            className="input compact"
            aria-label={words.meaningOf(cell)}
            value={meaning}
            onChange={(event) => {
              const chosen = meanings.find((each) => each === event.target.value);
              if (chosen !== undefined) set({ ...column.special, [cell]: chosen });
            }}
          >
            {meanings.map((each) => (
              <option key={each} value={each}>
                {words.meanings[each]}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="close"
            aria-label={words.removeCode(cell)}
            onClick={() => set(Object.fromEntries(Object.entries(column.special).filter(([each]) => each !== cell)))}
          >
            ×
          </button>
        </span>
      ))}
      <span className="row">
        <input
          className="input compact end-input"
          aria-label={words.newCode(column.name)}
          placeholder="99"
          value={code}
          onChange={(event) => setCode(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
        />
      </span>
    </div>
  );
}
