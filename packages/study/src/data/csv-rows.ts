/** CSV by Papa Parse, in blocks and with the line of each row, in memory that does not grow with the file. */
import { Readable } from "node:stream";
import Papa from "papaparse";
import { issue, StudyError } from "../issue/issue.ts";
import type { RowBlock, RowSource } from "./row-source.ts";

/** A row of more characters than this is a quotation mark that nobody closed. */
const longestRow = 16 << 20;

/** Line of the next row, and line at which the last row began. */
interface Numbering {
  line: number;
  lastRow: number;
  /** Line of a row with a quotation mark where none may stand. */
  misplacedQuote: number | null;
}

/** @param text the file's text, in chunks
 *  @param delimiter "" to find it out from the first chunk
 *  @throws StudyError if the file holds no row at all */
export async function csvRows(file: string, text: AsyncIterable<string>, delimiter: string): Promise<RowSource> {
  const gate = new Gate();
  const blocks = rowBlocks(file, text, delimiter, gate);
  const first = await blocks.next().catch((cause: unknown) => {
    gate.close();
    throw cause;
  });
  if (first.done === true) throw new StudyError([issue("file-empty", { file }, { file })]);
  return { header: first.value.rows[0], blocks: afterHeader(first.value, blocks, gate), close: () => gate.close() };
}

/** Holds the text back while rows wait to be taken. The parser itself would read on to the end of the file. */
class Gate {
  private isClosed = false;
  private waiting = 0;
  private wake: () => void = () => {};
  private input: Readable | null = null;

  /** The stream through which the parser reads the text. */
  guards(input: Readable): Readable {
    this.input = input;
    return input;
  }

  rowsWait(): void {
    this.waiting++;
  }

  rowsTaken(): void {
    this.waiting--;
    this.wake();
  }

  /** Nobody wants the rest. */
  close(): void {
    this.isClosed = true;
    this.wake();
    this.input?.destroy();
  }

  /** @returns whether the next piece of text is wanted */
  async opened(): Promise<boolean> {
    while (this.waiting > 0 && !this.isClosed) await new Promise<void>((resolve) => (this.wake = resolve));
    return !this.isClosed;
  }
}

async function* afterHeader(first: RowBlock, others: AsyncIterable<RowBlock>, gate: Gate): AsyncGenerator<RowBlock> {
  try {
    if (first.rows.length > 1) yield { rows: first.rows.slice(1), lines: first.lines.subarray(1) };
    yield* others;
  } finally {
    gate.close();
  }
}

async function* rowBlocks(
  file: string,
  text: AsyncIterable<string>,
  delimiter: string,
  gate: Gate,
): AsyncGenerator<RowBlock> {
  const numbering: Numbering = { line: 1, lastRow: 1, misplacedQuote: null };
  const source: TextSource = { file, text, delimiter, gate };
  for await (const chunk of parsedChunks(source, numbering)) {
    const block = withLines(chunk.rows, numbering, chunk.misplacedQuote);
    if (numbering.misplacedQuote !== null) {
      throw new StudyError([issue("quote-misplaced", { file, line: numbering.misplacedQuote }, { file })]);
    }
    if (block.rows.length > 0) yield block;
  }
}

/** Papa Parse pushes; a generator pulls. The parser pauses while a chunk waits to be taken. */
async function* parsedChunks(source: TextSource, numbering: Readonly<Numbering>): AsyncGenerator<ParsedChunk> {
  const { file, delimiter, gate } = source;
  const state: ParserState = { queue: [], parser: null, end: null, openAtEnd: false, wake: () => {} };
  const watched = new OpenRowWatch(source);
  const finish = (error: unknown) => {
    state.end = { error };
    state.wake();
  };
  Papa.parse<string[]>(gate.guards(Readable.from(watched.chunks(), { highWaterMark: 1 })), {
    delimiter,
    skipEmptyLines: false,
    chunk: (results, parser) => {
      if (results.data.length > 0) watched.rowsSeen();
      state.openAtEnd ||= results.errors.some((e) => e.code === "MissingQuotes");
      const misplaced = results.errors.find((e) => e.code === "InvalidQuotes")?.row ?? null;
      state.queue.push({ rows: results.data, misplacedQuote: misplaced });
      gate.rowsWait();
      state.parser = parser;
      parser.pause();
      state.wake();
    },
    complete: () => finish(null),
    error: finish,
  });
  yield* pulled(state, gate);
  if (state.openAtEnd) throw quoteOpen(file, numbering.lastRow);
  if (state.end?.error instanceof OpenRowError) throw quoteOpen(file, numbering.line);
  if (state.end !== null && state.end.error !== null) throw state.end.error;
}

interface TextSource {
  readonly file: string;
  readonly text: AsyncIterable<string>;
  readonly delimiter: string;
  readonly gate: Gate;
}

interface ParsedChunk {
  readonly rows: string[][];
  /** Row with a quotation mark where none may stand; the parser may have joined rows there. */
  readonly misplacedQuote: number | null;
}

interface ParserState {
  readonly queue: ParsedChunk[];
  parser: Papa.Parser | null;
  end: { readonly error: unknown } | null;
  openAtEnd: boolean;
  wake: () => void;
}

async function* pulled(state: ParserState, gate: Gate): AsyncGenerator<ParsedChunk> {
  for (;;) {
    const next = state.queue.shift();
    if (next !== undefined) {
      yield next;
      gate.rowsTaken();
      if (state.queue.length === 0) state.parser?.resume();
    } else if (state.end !== null) return;
    else await new Promise<void>((resolve) => (state.wake = resolve));
  }
}

function quoteOpen(file: string, line: number): StudyError {
  return new StudyError([issue("quote-open", { file, line }, { file })]);
}

class OpenRowError extends Error {}

/** Stops a file whose rows never end before it is held in memory as one row. */
class OpenRowWatch {
  private readonly source: TextSource;
  private open = 0;

  constructor(source: TextSource) {
    this.source = source;
  }

  rowsSeen(): void {
    this.open = 0;
  }

  async *chunks(): AsyncGenerator<string> {
    const { text, gate } = this.source;
    for await (const chunk of text) {
      this.open += chunk.length;
      if (this.open > longestRow + chunk.length) throw new OpenRowError();
      yield chunk;
      if (!(await gate.opened())) return;
    }
  }
}

/** Numbers the rows by the lines they begin at; quoted line breaks make a row longer than a line. */
function withLines(rows: readonly string[][], numbering: Numbering, misplacedQuote: number | null): RowBlock {
  const kept: string[][] = [];
  const lines = new Int32Array(rows.length);
  for (const [r, row] of rows.entries()) {
    const begins = numbering.line++;
    if (r === misplacedQuote) numbering.misplacedQuote = begins;
    if (row[0].trim() === "" && row.every((cell) => cell.trim() === "")) continue;
    for (const cell of row) {
      if (cell.length > 1 || cell === "\n")
        for (let i = cell.indexOf("\n"); i !== -1; i = cell.indexOf("\n", i + 1)) numbering.line++;
    }
    numbering.lastRow = begins;
    lines[kept.length] = begins;
    kept.push(row);
  }
  return { rows: kept, lines: lines.subarray(0, kept.length) };
}
