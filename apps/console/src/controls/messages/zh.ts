export const zh = {
  close: "关闭",
  retry: "再试一次",
  loading: "正在读取",
  unreachable: "连不上服务器。这里填的内容还在，请检查网络后再试。",
  broken: (status: number) => `服务器的回答无法识别（HTTP ${status}）。请稍后再试；一直如此，请告诉管理员。`,
  bug: "这个页面出了错，操作没有完成。请刷新页面再试；一直如此，请告诉管理员。",
  more: "更多操作",
  scrollable: (what: string) => `${what}，可横向滚动`,
  copied: "已复制",
  copy: "复制",
  missing: "请填写这一项。",
  noAddress: "请填写完整的邮箱地址，例如 wang@example.cn。",
  tooShort: (least: number) => `至少 ${least} 个字符。`,
};

export type ControlMessages = typeof zh;
