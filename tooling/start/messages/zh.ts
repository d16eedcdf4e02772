import type { en } from "./en.ts";

export const zh: typeof en = {
  building: () => "正在构建管理界面和答题页面……",
  notBuilt: () => "页面没有构建成功，原因见上；没有启动。",
};
