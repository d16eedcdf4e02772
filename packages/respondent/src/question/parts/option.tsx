import type { ComponentChildren } from "preact";

interface OptionProps {
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly value: string;
  readonly id?: string | undefined;
  readonly checked: boolean;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  /** Quieter: a state rather than an answer. */
  readonly quiet?: boolean;
  readonly onPick: ((checked: boolean) => void) | undefined;
  readonly children: ComponentChildren;
}

/** One thing that can be chosen, a whole line to touch. */
export function Option({ type, name, value, id, checked, describedBy, invalid, quiet, onPick, children }: OptionProps) {
  return (
    <label class={quiet === true ? "option quiet" : "option"}>
      <input
        type={type}
        name={name}
        value={value}
        id={id}
        checked={checked}
        aria-describedby={describedBy}
        aria-invalid={invalid === true ? "true" : undefined}
        onChange={onPick === undefined ? undefined : (event) => onPick(event.currentTarget.checked)}
      />
      <span class="words">{children}</span>
    </label>
  );
}
