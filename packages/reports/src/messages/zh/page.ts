/** Words of the page around the report. */
export const page = {
  contents: "目录",
  skip: "跳到正文",
  producedOn: (date: string) => `${date} 生成`,
  tableOfFigure: "查看数据表",
  caution: "注意",
  note: "说明",
  scrollable: (caption: string) => `${caption}（可左右滚动）`,
  columnsPart: (caption: string, index: number, count: number) => `${caption}（第 ${index} / ${count} 部分）`,
  madeWith: (product: string) => `由 ${product} 生成`,
  toTop: "回到顶部",
};
