import { useId } from "react";
import { TextInputs, type TextInputsProps } from "./text-inputs.tsx";

/** A text in all languages under its name. */
export function TextSet({ hint, ...inputs }: TextInputsProps & { readonly hint?: string | undefined }) {
  const id = useId();
  return (
    <fieldset className="field-set text-set" aria-describedby={hint === undefined ? undefined : id}>
      <legend>{inputs.label}</legend>
      {hint === undefined ? null : (
        <p className="field-hint" id={id}>
          {hint}
        </p>
      )}
      <TextInputs {...inputs} />
    </fieldset>
  );
}
