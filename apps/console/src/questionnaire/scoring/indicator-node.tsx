import type { Scoring } from "@manyi/questionnaire/definition/questionnaire";
import type { Item } from "@manyi/questionnaire/item/item";
import { keyed } from "../../controls/keyed.ts";
import { useLanguage, useMessages } from "../../language/use-language.ts";
import { itemText } from "../condition/condition-text.ts";
import { changeIndicator, type Indicator, type IndicatorPath } from "../edit/indicator-edits.ts";
import { withOptional } from "../edit/optional.ts";
import { readIn } from "../edit/text-edits.ts";
import { useEdit, useEditor } from "../editor/editor-context.ts";
import { NumberField } from "../fields/number-field.tsx";
import { TextInputs } from "../fields/text-inputs.tsx";
import { en } from "../messages/en.ts";
import { zh } from "../messages/zh.ts";
import { IndicatorMenu } from "./indicator-menu.tsx";

interface IndicatorNodeProps {
  readonly node: Indicator;
  readonly path: IndicatorPath;
  readonly siblings: number;
  readonly rated: readonly Item[];
  readonly weights: NonNullable<Scoring["weights"]>;
}

/** A node of the indicator system: its name, what measures it, how much it weighs, and what lies below it. */
export function IndicatorNode({ node, path, siblings, rated, weights }: IndicatorNodeProps) {
  const words = useMessages({ zh, en });
  const screen = useLanguage();
  const edit = useEdit();
  const { mayEdit } = useEditor();
  const at = `indicators.${path.join(".children.")}`;
  const name = readIn(node.label, screen) || words.indicatorAt(path.map((index) => index + 1).join("."));
  const itemSelect = (property: "item" | "importance", label: string) => (
    <ItemSelect
      label={words.of(label, name)}
      face={label}
      value={node[property] ?? ""}
      rated={rated}
      field={`${at}.${property}`}
      onChoose={(item) => edit(changeIndicator(path, (each) => withOptional(each, property, item)))}
    />
  );
  return (
    <li className="indicator">
      <div className="indicator-line">
        <TextInputs
          label={words.indicatorName(path.map((index) => index + 1).join("."))}
          text={node.label}
          at={`${at}.label`}
          onText={(label, field) =>
            edit(
              changeIndicator(path, (each) => ({ ...each, label })),
              field,
            )
          }
        />
        {mayEdit ? <IndicatorMenu path={path} siblings={siblings} name={name} /> : null}
      </div>
      <div className="indicator-facts">
        {node.children === undefined ? itemSelect("item", words.measuredBy) : null}
        {weights === "stated" && node.children === undefined ? itemSelect("importance", words.importance) : null}
        {weights === "entered" ? (
          <NumberField
            label={words.weight}
            kind="decimal"
            value={node.weight}
            minimum={0}
            maximum={1_000_000}
            field={`${at}.weight`}
            fault={words.notNegative}
            onNumber={(weight) =>
              edit(
                changeIndicator(path, (each) => withOptional(each, "weight", weight)),
                `${at}.weight`,
              )
            }
          />
        ) : null}
      </div>
      {node.children === undefined ? null : (
        <ol className="indicators">
          {keyed(node.children).map(({ key, item: child, index }) => (
            <IndicatorNode
              key={key}
              node={child}
              path={[...path, index]}
              siblings={node.children?.length ?? 0}
              rated={rated}
              weights={weights}
            />
          ))}
        </ol>
      )}
    </li>
  );
}

interface ItemSelectProps {
  readonly label: string;
  readonly face: string;
  readonly value: string;
  readonly rated: readonly Item[];
  readonly field: string;
  readonly onChoose: (item: string | undefined) => void;
}

function ItemSelect({ label, face, value, rated, field, onChoose }: ItemSelectProps) {
  const words = useMessages({ zh, en });
  const screen = useLanguage();
  return (
    <label className="field">
      <span aria-hidden="true">{face}</span>
      <select
        className="input compact"
        aria-label={label}
        data-field={field}
        value={value}
        onChange={(event) => onChoose(event.target.value === "" ? undefined : event.target.value)}
      >
        <option value="">{words.chooseItem}</option>
        {value === "" || rated.some(({ name }) => name === value) ? null : (
          <option value={value}>{words.itemGone(value)}</option>
        )}
        {rated.map((item) => (
          <option key={item.name} value={item.name}>
            {itemText(item, screen)}
          </option>
        ))}
      </select>
    </label>
  );
}
