import { type ComponentProps, type ReactNode, useId } from "react";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { typedFault } from "./typed-fault.ts";

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with what was typed; stands under it and is read with it. */
  readonly fault?: string | null | undefined;
}

interface Described {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

interface FrameProps extends FieldProps {
  readonly children: (described: Described) => ReactNode;
}

/** Label, control, hint and fault, tied together for who hears them. */
function Field({ label, hint, fault, children }: FrameProps) {
  const id = useId();
  const wrong = fault !== undefined && fault !== null;
  const described = [hint === undefined ? null : `${id}-hint`, wrong ? `${id}-fault` : null].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": wrong || undefined })}
      {hint === undefined ? null : (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {wrong ? (
        <span className="field-fault" id={`${id}-fault`} role="alert">
          {fault}
        </span>
      ) : null}
    </div>
  );
}

type InputProps = Omit<ComponentProps<"input">, "className" | "id" | "onChange"> & {
  readonly onType: (value: string) => void;
};

export function TextField({ label, hint, fault, onType, ...input }: FieldProps & InputProps) {
  const words = useMessages({ zh, en });
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(described) => (
        <input
          {...input}
          {...described}
          className="input"
          onInvalid={({ currentTarget: { validity, type, minLength }, currentTarget }) =>
            currentTarget.setCustomValidity(typedFault(validity, type, minLength, words))
          }
          onChange={(event) => {
            // What was said of the old text does not hold for the new one.
            event.target.setCustomValidity("");
            onType(event.target.value);
          }}
        />
      )}
    </Field>
  );
}

interface Option<Value extends string> {
  readonly value: Value;
  readonly text: string;
}

interface SelectProps<Value extends string> extends FieldProps {
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** The machine's own list: it knows the keyboard, the phone and the screen reader better than a drawn one. */
export function SelectField<Value extends string>({ label, hint, fault, ...select }: SelectProps<Value>) {
  const { value, options, onChoose } = select;
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(described) => (
        <select
          {...described}
          className="input"
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen !== undefined) onChoose(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
