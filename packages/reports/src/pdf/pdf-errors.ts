/** PDF cannot be made on this machine: the typesetter has no build for its platform, or its fonts are missing. */
export class PdfUnavailableError extends Error {
  readonly code = "pdf-unavailable";

  constructor(cause: unknown) {
    super(`PDF cannot be made on this platform (${process.platform} ${process.arch})`, { cause });
    this.name = "PdfUnavailableError";
  }
}

/** The typesetter refused the page template or the document: a bug of ours, never the reader's. */
export class PdfTypesettingError extends Error {
  readonly code = "pdf-typesetting";

  constructor(message: string, cause: unknown) {
    super(`The report could not be typeset: ${message}`, { cause });
    this.name = "PdfTypesettingError";
  }
}
