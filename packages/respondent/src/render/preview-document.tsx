import { messagesFor } from "../messages/catalogues.ts";
import { documentOf } from "./document.tsx";

/** An empty document whose script shows what the console posts to it. */
export function previewDocument(script: string): string {
  const [chinese, english] = [messagesFor("zh"), messagesFor("en")];
  const content = (
    <main class="message">
      <p lang="zh">{chinese.preview.waiting}</p>
      <p lang="en">{english.preview.waiting}</p>
    </main>
  );
  return documentOf({ language: "zh", title: "Manyi", content, script });
}
