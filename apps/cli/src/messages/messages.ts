/** What the command line says beside the issues of a study, whose texts are in the study package. */
export interface CliMessages {
  readonly help: string;
  readonly analyseHelp: string;
  readonly checkHelp: string;
  readonly unknownCommand: (command: string) => string;
  readonly studyNotNamed: (command: string) => string;
  readonly outNotNamed: string;
  readonly languageUnknown: (language: string) => string;
  readonly weightUnknown: (weight: string, known: string) => string;
  readonly reading: (folder: string) => string;
  readonly read: (respondents: string, rows: string, seconds: string) => string;
  readonly excludedDuplicates: (rows: string) => string;
  readonly excludedTests: (rows: string) => string;
  readonly computing: string;
  readonly writing: string;
  readonly written: (file: string) => string;
  readonly finished: (seconds: string) => string;
  readonly faulty: (errors: number, study: string) => string;
  readonly furtherIssues: (count: number) => string;
  readonly sound: (title: string, respondents: string, questions: string) => string;
  readonly pdfUnavailable: string;
  readonly optionUnknown: (option: string) => string;
  readonly optionNeedsValue: (option: string) => string;
  readonly optionNotFor: (option: string, command: string) => string;
  readonly tooManyFolders: (more: string) => string;
  readonly outNotWritable: (folder: string, reason: string) => string;
  readonly unexpected: (message: string) => string;
}
