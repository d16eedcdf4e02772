import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { PdfUnavailableError } from "./pdf-errors.ts";

/** A compiler with the report's template and fonts: made once, because each of the fonts has ten megabytes. */
export interface Typesetter {
  readonly compiler: NodeCompiler;
  readonly template: string;
}

const fonts = ["400Regular/NotoSansSC_400Regular.ttf", "600SemiBold/NotoSansSC_600SemiBold.ttf"] as const;
let made: Promise<Typesetter> | null = null;

/** The typesetter of this process. @throws PdfUnavailableError where the native module or a font cannot be loaded */
export function typesetter(): Promise<Typesetter> {
  made ??= makeTypesetter().catch((cause: unknown) => {
    made = null;
    throw new PdfUnavailableError(cause);
  });
  return made;
}

async function makeTypesetter(): Promise<Typesetter> {
  // The package is CommonJS and loads a native module at once: only when a PDF is asked for.
  const { default: typst } = await import("@myriaddreamin/typst-ts-node-compiler");
  const { resolve } = createRequire(import.meta.url);
  const fontBlobs = fonts.map((font) => readFileSync(resolve(`@expo-google-fonts/noto-sans-sc/${font}`)));
  const workspace = fileURLToPath(new URL(".", import.meta.url));
  return {
    compiler: typst.NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] }),
    template: readFileSync(new URL("./template.typ", import.meta.url), "utf8"),
  };
}
