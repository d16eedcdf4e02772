/** Where the server talks to the person who runs it; its log goes elsewhere. Handed in, so that tests can listen. */
export interface Terminal {
  /** What was asked for: the help. */
  readonly print: (text: string) => void;
  /** Progress and failures. */
  readonly say: (line: string) => void;
}
