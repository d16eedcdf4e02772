import type { StudyImport } from "@manyi/contract/study/imports";
import { type ColumnMapping, columnUses } from "@manyi/contract/study/mapping";
import { count } from "../format/number.ts";
import { textIn, withText } from "../language/local-text.ts";
import { useLanguage, useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { ScaleCell } from "./scale-cell.tsx";
import { SpecialCell } from "./special-cell.tsx";

type Seen = NonNullable<StudyImport["preview"]>["columns"][number];

interface ColumnRowProps {
  readonly column: ColumnMapping;
  readonly seen: Seen | undefined;
  /** What an importance can be about. */
  readonly items: readonly ColumnMapping[];
  readonly onChange: (column: ColumnMapping) => void;
}

/** Uses whose answers lie on a scale. */
const rated: ReadonlySet<ColumnMapping["use"]> = new Set(["item", "importance", "overall", "nps", "ces", "repurchase"]);

/** One column: as it lies in the file, and what it is. */
export function ColumnRow({ column, seen, items, onChange }: ColumnRowProps) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const { name, use } = column;
  // Somebody has decided: what spoke against the guess is settled.
  const decide = ({ doubt: _doubt, ...decided }: ColumnMapping) => onChange(decided);
  return (
    <tr className={use === "ignore" ? "ignored" : undefined}>
      <th scope="row" className="name">
        <span className="mono">{name}</span>
        {seen === undefined ? null : (
          <span className="muted small examples">
            {seen.examples.slice(0, 3).join(" · ")}
            <br />
            {words.seen(count(seen.distinct), count(seen.blank))}
          </span>
        )}
      </th>
      <td>
        <select
          className="input compact"
          aria-label={words.useOf(name)}
          value={use}
          onChange={(event) => {
            const chosen = columnUses.find((each) => each === event.target.value);
            if (chosen !== undefined) decide({ ...column, use: chosen, belongsTo: null });
          }}
        >
          {columnUses.map((each) => (
            <option key={each} value={each}>
              {words.uses[each]}
            </option>
          ))}
        </select>
        {column.doubt === undefined ? null : (
          <span className="muted small doubt">
            {words.doubts[column.doubt.kind](count(column.doubt.cells), column.doubt.example)}
          </span>
        )}
      </td>
      <td>
        {use === "ignore" ? (
          "—"
        ) : (
          <input
            className="input compact label-input"
            aria-label={words.labelOf(name)}
            maxLength={200}
            required
            value={textIn(column.label, language)}
            onChange={(event) => onChange({ ...column, label: withText(column.label, event.target.value, language) })}
          />
        )}
      </td>
      <td>{rated.has(use) ? <ScaleCell column={column} onChange={decide} /> : "—"}</td>
      <td>{rated.has(use) ? <SpecialCell column={column} onChange={decide} /> : "—"}</td>
      <td>
        <BelongsCell column={column} items={items} onChange={onChange} />
      </td>
    </tr>
  );
}

type BelongsProps = Pick<ColumnRowProps, "column" | "items" | "onChange">;

/** An item's dimension is a name; an importance is about one of the items. */
function BelongsCell({ column, items, onChange }: BelongsProps) {
  const words = useMessages({ zh, en });
  const language = useLanguage();
  const { name, use, belongsTo } = column;
  if (use === "item") {
    return (
      <input
        className="input compact label-input"
        aria-label={words.dimensionOf(name)}
        placeholder={words.noDimension}
        maxLength={300}
        value={belongsTo ?? ""}
        onChange={(event) => onChange({ ...column, belongsTo: event.target.value || null })}
      />
    );
  }
  if (use !== "importance") return "—";
  return (
    <select
      className="input compact"
      aria-label={words.itemOf(name)}
      required
      value={belongsTo ?? ""}
      onChange={(event) => onChange({ ...column, belongsTo: event.target.value || null })}
    >
      <option value="">{words.chooseItem}</option>
      {items.map((item) => (
        <option key={item.name} value={item.name}>
          {textIn(item.label, language) || item.name}
        </option>
      ))}
    </select>
  );
}
