import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";

interface MenuProps {
  readonly label: string;
  /** What the button shows; read aloud is `label`. */
  readonly face: ReactNode;
  readonly look?: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A button with a panel of links and buttons below it. Arrow keys move, Escape closes and gives the focus back. */
export function Menu({ label, face, look = "button quiet compact", children }: MenuProps) {
  const [state, setState] = useState<"closed" | "open">("closed");
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useId();

  useEffect(() => {
    if (state === "closed") return;
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setState("closed");
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, [state]);

  const close = () => {
    setState("closed");
    button.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside
    <div className="menu" ref={box} onKeyDown={(event) => moveOrClose(event, close)}>
      <button
        ref={button}
        type="button"
        className={look}
        aria-label={label}
        aria-expanded={state === "open"}
        aria-controls={panel}
        onClick={() => setState(state === "open" ? "closed" : "open")}
      >
        {face}
      </button>
      <div className="menu-panel" id={panel} hidden={state === "closed"}>
        {state === "open" ? children(close) : null}
      </div>
    </div>
  );
}

function moveOrClose(event: KeyboardEvent<HTMLDivElement>, close: () => void): void {
  if (event.key === "Escape") {
    event.stopPropagation();
    close();
    return;
  }
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(".menu-item")];
  const index = items.findIndex((item) => item.matches(":focus"));
  const next = index === -1 ? 0 : (index + step + items.length) % items.length;
  items[next]?.focus();
}
