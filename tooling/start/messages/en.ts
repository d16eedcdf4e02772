export const en = {
  analysing: (study: string) => `Analysing the example study ${study} …`,
  reportsAre: () => "The report is ready; open it:",
  analyseYourOwn: () =>
    "To analyse answers of your own: copy examples/bookkeeping, put your file in place of its data.csv, describe it in\n" +
    "study.json, then:\n" +
    "  npm run -s manyi -- check YOUR-STUDY\n" +
    "  npm run -s manyi -- analyse YOUR-STUDY --out out/your-study",
};
