import type { ReactNode } from "react";

interface NoticeProps {
  readonly tone: "note" | "caution" | "failure" | "done";
  readonly children: ReactNode;
  /** A button or link that does something about it. */
  readonly action?: ReactNode;
}

/** One sentence in its place. A failure is read at once, the rest when there is a pause. */
export function Notice({ tone, children, action }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={tone === "failure" ? "alert" : "status"}>
      <div>{children}</div>
      {action}
    </div>
  );
}
