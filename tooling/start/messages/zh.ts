import type { en } from "./en.ts";

export const zh: typeof en = {
  analysing: (study) => `正在分析示例调查 ${study} …`,
  reportsAre: () => "报告已生成，请打开：",
  analyseYourOwn: () =>
    "分析自己的答卷：复制 examples/bookkeeping，用自己的文件替换其中的 data.csv，并在 study.json 中说明各列，然后运行：\n" +
    "  npm run -s manyi -- check 您的调查\n" +
    "  npm run -s manyi -- analyse 您的调查 --out out/您的调查",
};
