import { valuesOf } from "@manyi/questionnaire/definition/scale-values";
import type { Item } from "@manyi/questionnaire/item/item";
import { largestNumber } from "@manyi/questionnaire/question/number/largest-number";
import { useMessages } from "../../language/use-language.ts";
import type { Comparison } from "../edit/condition-map.ts";
import { NumberField } from "../fields/number-field.tsx";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

type Range = Extract<Comparison, { from?: number }>;

interface RangeFieldsProps {
  readonly item: Item;
  readonly comparison: Range;
  readonly onChange: (comparison: Range) => void;
}

/** From one point of the scale to another; the ends never cross. */
export function RangeFields({ item, comparison, onChange }: RangeFieldsProps) {
  const words = useMessages({ zh, en });
  if (item.kind === "number") return <NumberRange comparison={comparison} item={item} onChange={onChange} />;
  if (item.kind !== "rating") return null;
  const { minimum, maximum } = item.scale;
  const { from = minimum, to = maximum } = comparison;
  const select = (label: string, value: number, choose: (value: number) => void) => (
    <label className="range-end">
      <span>{label}</span>
      <select className="input compact" value={value} onChange={(event) => choose(Number(event.target.value))}>
        {valuesOf(item.scale).map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <span className="row">
      {select(words.from, from, (next) => onChange({ item: item.name, from: next, to: Math.max(next, to) }))}
      {select(words.to, to, (next) => onChange({ item: item.name, from: Math.min(from, next), to: next }))}
    </span>
  );
}

/** Either end may be left open, not both. */
function NumberRange({ item, comparison, onChange }: RangeFieldsProps) {
  const words = useMessages({ zh, en });
  const { from, to } = comparison;
  const end = (label: string, value: number | undefined, choose: (value: number | undefined) => void) => (
    <NumberField
      label={label}
      value={value}
      minimum={-largestNumber}
      maximum={largestNumber}
      kind="decimal"
      field={label}
      fault={words.numberWanted}
      onNumber={choose}
    />
  );
  const change = (next: { readonly from: number | undefined; readonly to: number | undefined }) => {
    if (next.from === undefined && next.to === undefined) return;
    const ends = {
      ...(next.from === undefined ? {} : { from: next.from }),
      ...(next.to === undefined ? {} : { to: next.to }),
    };
    onChange({ item: item.name, ...ends });
  };
  return (
    <span className="row">
      {end(words.from, from, (next) => change({ from: next, to }))}
      {end(words.to, to, (next) => change({ from, to: next }))}
    </span>
  );
}
