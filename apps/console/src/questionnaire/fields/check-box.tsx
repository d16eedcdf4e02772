import type { ReactNode } from "react";

interface CheckBoxProps {
  readonly checked: boolean;
  readonly children: ReactNode;
  readonly field?: string;
  readonly onToggle: (checked: boolean) => void;
}

/** A box to tick, with its words. */
export function CheckBox({ checked, children, field, onToggle }: CheckBoxProps) {
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={checked}
        data-field={field}
        onChange={(event) => onToggle(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
