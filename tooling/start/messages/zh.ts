import type { en } from "./en.ts";

export const zh: typeof en = {
  buildingConsole: () => "正在构建管理界面……",
  consoleNotBuilt: () => "管理界面没有构建成功，原因见上；没有启动。",
};
