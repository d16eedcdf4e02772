export const zh = {
  wave: "期",
  allWaves: "全部各期",
  emptyTitle: "还没有可以报告的结果",
  empty: "收到答卷后，报告会自动生成，在这里下载。",
  failed: (problem: string) => `结果没有算出来：${problem}`,
  basis: (respondents: string, at: string) => `报告依据 ${respondents} 份有效答卷，计算于 ${at}。`,
  readHere: "在线查看",
  pdf: "PDF 报告",
  pdfWhat: "可以打印、发给领导和客户的完整报告。",
  pdfIn: { zh: "下载中文 PDF", en: "下载英文 PDF" },
  page: "报告网页",
  pageWhat: "一个网页文件，可以保存，不联网也能看。",
  pageIn: { zh: "打开中文网页", en: "打开英文网页" },
  numbers: "全部数字",
  numbersWhat: "每个数字连同样本量、区间和算法，供别的程序使用。",
  saveNumbers: "下载 results.json",
};

export type ReportMessages = typeof zh;
