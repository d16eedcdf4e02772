export const zh = {
  title: "查找",
  placeholder: "项目或页面的名称",
  found: "查找结果",
  page: "页面",
  nothing: (wanted: string) => `没有名称含“${wanted}”的项目或页面。`,
  keys: "↑ ↓ 选择，回车打开，Esc 关闭",
};

export type PaletteMessages = typeof zh;
