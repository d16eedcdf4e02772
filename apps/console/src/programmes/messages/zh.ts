export const zh = {
  title: "项目",
  archivedTitle: "已归档的项目",
  importStudy: "导入调查",
  newProgramme: "新建项目",
  newFirst: "新建第一个项目",
  importFirst: "导入第一份调查",
  showArchived: "查看已归档的项目",
  backToList: "回到进行中的项目",
  noneArchived: "没有归档的项目。归档只是收起来，数据都在。",
  emptyTitle: "从第一个项目开始",
  emptyHow: "一个项目就是一项持续的满意度调查，可以做很多期。",
  firstSteps: ["选一份接近您业务的问卷模板", "改成您的说法，发布", "把链接或二维码发给客户，结果随答卷更新"],
  emptyImport: "上传答卷的 CSV 或 XLSX 文件，说明每一列是什么，满意度、原因和改进次序随即算出。",
  emptyAsk: "您所在的单位还没有项目。管理员导入调查之后，结果会出现在这里。",
  noWaves: "还没有答卷",
  waves: (waves: number, names: string) => (waves === 1 ? names : `${waves} 期（${names}）`),
  importedOn: (day: string) => `导入于 ${day}`,
  noHeadline: "还没有结果",
  writing: "问卷编写中",
  collecting: "正在收集",
};

export type ProgrammesMessages = typeof zh;
