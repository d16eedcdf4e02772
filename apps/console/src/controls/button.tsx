import type { ButtonHTMLAttributes, ReactNode } from "react";

type Plain = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "type">;

export interface ButtonProps extends Plain {
  readonly tone?: "primary" | "plain" | "danger" | "quiet";
  readonly size?: "normal" | "compact";
  /** `working`: pressing again does nothing; the button keeps the focus, which a disabled one would lose. */
  readonly state?: "idle" | "working";
  readonly kind?: "button" | "submit";
  readonly children: ReactNode;
}

export function Button({
  tone = "plain",
  size = "normal",
  state = "idle",
  kind = "button",
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const working = state === "working";
  return (
    <button
      {...rest}
      type={kind}
      className={`button ${tone} ${size}`}
      aria-disabled={working || undefined}
      onClick={(event) => {
        if (working) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {working ? <span className="busy-dot" aria-hidden="true" /> : null}
      {children}
    </button>
  );
}
