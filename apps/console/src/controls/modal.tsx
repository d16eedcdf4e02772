import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { useMessages } from "../language/use-language.ts";
import { en } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

interface ModalProps {
  readonly title: string;
  readonly shape?: "centre" | "wide" | "edge";
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog as the browser makes it: keeps the focus inside, closes by Escape, gives the focus back where it was. */
export function Modal({ title, shape = "centre", onClose, children }: ModalProps) {
  const words = useMessages({ zh, en });
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();

  // With the layout, not after it: whoever presses a key the moment it goes is where they were.
  useLayoutEffect(() => {
    const shown = dialog.current;
    const opener = document.activeElement;
    shown?.showModal();
    // Not the button that closes, though it comes first: what the dialog asks.
    const body = shown?.querySelector<HTMLElement>(".modal-body");
    const fields = "input:not([readonly]), select, textarea, button";
    (body?.querySelector<HTMLElement>("[data-first]") ?? body?.querySelector<HTMLElement>(fields))?.focus();
    return () => {
      // The browser gives the focus back on close(), not when an open dialog is taken out of the page. What opened it may be gone.
      shown?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className={`modal ${shape}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="modal-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="close" aria-label={words.close} onClick={onClose}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path d="M2 2l10 10M12 2L2 12" stroke="currentColor" strokeWidth="1.6" fill="none" strokeLinecap="round" />
          </svg>
        </button>
      </div>
      <div className="modal-body">{children}</div>
    </dialog>
  );
}
