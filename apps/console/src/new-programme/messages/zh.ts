export const zh = {
  title: "新建项目",
  intro: "选一份接近您业务的问卷开始。指标、题目和措辞都可以再改；不确定就选最接近的一份。",
  choose: "从模板开始",
  listed: "、",
  indicators: (count: number) => `${count} 个指标`,
  questions: (count: number) => `${count} 题`,
  duration: (seconds: number) =>
    seconds < 90
      ? `约 ${Math.max(10, Math.round(seconds / 10) * 10)} 秒答完`
      : `约 ${Math.round(seconds / 60)} 分钟答完`,
  start: "建立项目",
  name: "项目名称",
  unit: "所属单位",
  unitHint: "本单位和上级单位的成员可以看到这个项目。",
  organisation: "受访者看到的调查方",
  organisationHint: "显示在问卷第一屏，请写客户认得的名字。",
  create: "建立并编辑问卷",
  ownTitle: "已经有答卷",
  ownWhat: "上传 CSV 或 XLSX 文件，说明每一列是什么，得分、原因和改进次序随即算出。",
  ownData: "导入已有的数据",
};

export type NewProgrammeMessages = typeof zh;
