import ts from "typescript";
import type { CodeBlock, Page } from "./markdown.ts";
import type { KnownCommands } from "./shell-block.ts";
import { faultsInShell } from "./shell-block.ts";

/** Fenced code that does not hold: JSON that does not parse, TypeScript that is no TypeScript, commands that do not exist.
 *  @returns one readable line each */
export function faultsInCode(pages: readonly Page[], known: KnownCommands): string[] {
  return pages.flatMap((page) =>
    page.codeBlocks.flatMap((block) => faultsOf(block, known).map((fault) => `${page.path}:${block.line} ${fault}`)),
  );
}

function faultsOf({ language, text }: CodeBlock, known: KnownCommands): string[] {
  if (language === "json") return faultsInJson(text);
  if (language === "ts" || language === "tsx") return faultsInTypeScript(text, language);
  if (["sh", "bash", "shell", "console"].includes(language)) return faultsInShell(text, known);
  return [];
}

function faultsInJson(text: string): string[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [`is not JSON: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function faultsInTypeScript(text: string, language: "ts" | "tsx"): string[] {
  const options = { fileName: `block.${language}`, reportDiagnostics: true };
  const { diagnostics = [] } = ts.transpileModule(text, options);
  return diagnostics.map(
    ({ messageText }) => `is not TypeScript: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
  );
}
