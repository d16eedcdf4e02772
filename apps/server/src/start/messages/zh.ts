import type { StartMessages } from "./messages.ts";

export const zh: StartMessages = {
  help: (settings) => `满意：客户满意度管理系统的服务端。

  npm start [-- 命令 [选项]]

命令
  start               启动（不写命令时就是它）；按 Ctrl-C 停止
  backup 文件.zip     把全部数据备份到一个新文件；系统可以同时在运行
  restore 文件.zip    把备份恢复到一个空的数据文件夹或空的数据库
  new-password 邮箱   给一个账号换新密码，并取消两步验证

选项
  --role 角色         只承担一部分工作：web、worker 或 analysis（默认 all，全部）；
                      分开运行的各进程要用 DATABASE_URL 共用一个数据库
  --help              显示这段说明

设置（环境变量，等号后是默认值）
${settings}`,
  makingDatabase: "第一次启动，正在创建数据库……",
  running: (origin) => `满意已启动：${origin}    按 Ctrl-C 停止`,
  runningRole: (role) => `满意已启动（${role}）    按 Ctrl-C 停止`,
  firstAdministrator: (email, password) => `
  ┌──────────────────────────────────────────────
  │ 第一位管理员
  │
  │   账号  ${email}
  │   密码  ${password}
  │
  │ 密码只显示这一次。请登录后立即修改。
  └──────────────────────────────────────────────
`,
  newPassword: (email, password) => `
  账号  ${email}
  密码  ${password}

密码只显示这一次。两步验证已取消，已登录的会话都已结束。
`,
  stopping: "正在停止……（再按一次 Ctrl-C 立即结束）",
  stopped: "已停止。",
  backedUp: (file, rows, files) => `已备份到 ${file}：${rows} 行，${files} 个文件，均已核对。`,
  restored: (file, rows, files) => `已从 ${file} 恢复：${rows} 行，${files} 个文件，与备份逐一核对一致。`,
  unexpected: (message) => `发生意外错误：${message}。这是程序的缺陷，请连同以下内容一并反馈。`,
};
