import type { ComponentChildren } from "preact";

interface MessageViewProps {
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}

/** A screen that says one thing, and what can be done. */
export function MessageView({ title, text, children }: MessageViewProps) {
  return (
    <main class="message">
      <h1 id="screen" tabIndex={-1}>
        {title}
      </h1>
      <p>{text}</p>
      {children}
    </main>
  );
}
