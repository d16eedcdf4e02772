import type { SettingMistake } from "../operator-failure.ts";
import { describeExpected } from "./describe-expected.ts";
import type { FailureMessages } from "./messages.ts";

export const zh: FailureMessages = {
  failures: {
    "settings-wrong": ({ mistakes }) => mistakes.map((mistake) => wrongSetting(mistake)).join("\n"),
    "command-unknown": ({ command }) =>
      `没有“${command}”这个命令。可用：start、backup、restore；详见 npm start -- --help`,
    "option-unknown": ({ option }) => `没有 ${option} 这个选项。详见 npm start -- --help`,
    "option-needs-value": ({ option }) => `选项 ${option} 后面要写一个值。详见 npm start -- --help`,
    "role-unknown": ({ role }) => `--role 只能是 web、worker、analysis 或 all，不支持“${role}”。`,
    "role-needs-database-url": ({ role }) =>
      `--role ${role} 需要一个各进程共用的数据库：请设置 DATABASE_URL。自带的数据库只供 --role all 使用。`,
    "account-not-named": () => "请写明账号：npm start -- new-password 邮箱",
    "account-unknown": ({ email }) => `没有账号 ${email}。请核对邮箱。`,
    "file-not-named": ({ command }) => `请写明备份文件：npm start -- ${command} 文件.zip`,
    "too-many-arguments": ({ argument }) => `“${argument}”是多余的。文件名含空格时请加引号。`,
    "data-folder-is-file": ({ folder }) => `${folder} 不是文件夹。请移走这个文件，或用 MANYI_DATA 另选数据文件夹。`,
    "data-folder-not-writable": ({ folder, reason }) =>
      `无法写入数据文件夹 ${folder}（${reason}）。请给运行本程序的用户写权限，或用 MANYI_DATA 另选文件夹。`,
    "disk-full": ({ folder }) => `${folder} 所在的磁盘已满。请腾出空间后再启动，数据没有损坏。`,
    "data-folder-in-use": ({ folder, pid }) =>
      `数据文件夹 ${folder} 正由另一个满意进程（进程号 ${pid}）使用。请先停止它，或用 MANYI_DATA 另选文件夹。`,
    "data-folder-of-another": ({ folder, other }) =>
      `${folder} 是 ${other} 的副本，两者指向同一个数据库。请用备份和恢复来复制数据，或先删除原文件夹。`,
    "embedded-not-available": ({ platform }) =>
      `自带的数据库不支持本机平台（${platform}）。请安装 PostgreSQL 15 或更新版本，并设置 DATABASE_URL。`,
    "database-user-not-made": ({ reason }) =>
      `数据库不能以 root 身份运行，而本机没有可用的用户，也无法新建（${reason}）。请新建用户 manyi，或改用普通用户运行。`,
    "database-not-started": ({ log, lastLine }) =>
      `自带的数据库没有启动：${lastLine || "没有说明原因"}。详情见 ${log}。`,
    "database-of-another-version": ({ folder, found, needed }) =>
      `${folder} 由 PostgreSQL ${found} 创建，本程序自带 ${needed}。请用原版本备份，再用本版本恢复。`,
    "database-password-lost": ({ file }) => `${file} 里的密码与数据库的不符。请恢复原来的这个文件。`,
    "database-unreachable": ({ address, reason }) =>
      `连不上 ${address} 的数据库（${reason}）。请确认它在运行，并检查 DATABASE_URL 的主机和端口。`,
    "database-password-wrong": ({ address, user }) =>
      `${address} 的数据库拒绝用户 ${user} 登录。请检查 DATABASE_URL 里的用户名和密码。`,
    "database-missing": ({ address, database }) =>
      `${address} 上没有数据库 ${database}。请先创建它，或改正 DATABASE_URL 里的库名。`,
    "database-url-wrong": ({ reason }) =>
      `DATABASE_URL 的写法有误（${reason}）。应如 postgres://用户:密码@主机:5432/库名`,
    "postgresql-too-old": ({ found, needed }) =>
      `数据库是 PostgreSQL ${found}，本程序需要 ${needed} 或更新版本。请升级数据库。`,
    "database-not-utf8": ({ database, encoding }) =>
      `数据库 ${database} 的编码是 ${encoding}，存不了中文。请新建一个 UTF8 编码的数据库。`,
    "database-newer": ({ database, program }) =>
      `数据库的版本（${database}）比本程序的（${program}）新，什么也没有改动。请用当初升级它的新版程序启动。`,
    "migration-changed": ({ file }) =>
      `数据库当初由另一份 ${file} 建成，与现在的不同，什么也没有改动。请换回原来的程序版本，不要修改 migrations 里的文件。`,
    "migration-out-of-order": ({ file, applied }) =>
      `数据库的升级记录不连续（有 ${applied} 号，却缺它之前的 ${file}），什么也没有改动。请从备份恢复。`,
    "migration-failed": ({ file, reason }) =>
      `数据库升级在 ${file} 处停止（${reason}），这一步没有留下任何改动，旧版程序仍可使用。请保存这段信息并反馈。`,
    "port-taken": ({ host, port }) =>
      `${host} 的端口 ${port} 已被占用。请停止占用它的程序，或用 MANYI_PORT 换一个端口。`,
    "port-forbidden": ({ port }) => `当前用户不能使用端口 ${port}。请用 MANYI_PORT 换一个 1024 以上的端口。`,
    "host-unknown": ({ host }) => `本机没有网络地址 ${host}。请改正 MANYI_HOST。`,
    "backup-exists": ({ file }) => `${file} 已经存在，没有覆盖。请换一个文件名。`,
    "backup-not-written": ({ file, reason }) => `无法写出备份 ${file}（${reason}），没有留下残缺的文件。请换一个位置。`,
    "backup-file-gone": ({ file }) =>
      `备份期间文件 ${file} 反复被移除，没有写出备份。请稍后再试；若仍如此，请检查文件存储是否完整。`,
    "backup-missing": ({ file }) => `找不到备份 ${file}。`,
    "backup-not-a-backup": ({ file }) => `${file} 不是满意的备份文件。`,
    "backup-broken": ({ file, part }) => `备份 ${file} 已损坏（${part}），没有恢复任何内容。请换一份备份。`,
    "backup-format-unknown": ({ file, format, known }) =>
      `备份 ${file} 的格式（${format}）比本程序认识的（${known}）新。请用更新的程序恢复。`,
    "backup-newer": ({ file, backup, program }) =>
      `备份 ${file} 的数据库版本（${backup}）比本程序的（${program}）新。请用更新的程序恢复。`,
    "restore-not-empty": ({ table }) =>
      `数据库里已有数据（表 ${table}），没有恢复。请恢复到一个空的数据文件夹（MANYI_DATA）或空的数据库。`,
    "restore-files-exist": ({ folder }) => `${folder} 里已有文件，没有恢复。请恢复到一个空的数据文件夹（MANYI_DATA）。`,
  },
  expected: {
    "database-url": () => "应如 postgres://用户:密码@主机:5432/库名",
    "smtp-url": () => "应如 smtps://用户:密码@smtp.example.cn 或 smtp://主机:587",
    "web-address": () => "应是 https:// 开头的网址",
    origin: () => "应是不带路径的网址，如 https://survey.example.cn",
    "origin-when-public": ({ host }) =>
      `没有设置。MANYI_HOST 是 ${host}，别的机器也能访问，请写明用户打开的网址，如 https://survey.example.cn`,
    networks: () => "应是 IP 地址或网段，逗号分隔，如 10.0.0.5,192.168.0.0/16",
    "one-of": ({ values }) => `只能是 ${values.join("、")}`,
    "time-zone": () => "应是 IANA 时区名称，如 Asia/Shanghai",
    "whole-number": ({ from, to }) => `应是 ${from} 到 ${to} 之间的整数`,
    "mail-address": () => "应如 survey@example.cn 或 满意度调查 <survey@example.cn>",
    "account-address": () => "应是一个邮箱地址，如 admin@example.cn",
    "long-secret": ({ characters }) => `至少要 ${characters} 个字符`,
    "together-with": ({ given }) => `没有设置，而 ${given} 已经设置：两者要一起用`,
  },
  wrongSetting: (name, value, expected) => `环境变量 ${name} 的值“${value}”不能用：${expected}。`,
  secretSetting: (name, expected) => `环境变量 ${name}：${expected}。`,
};

function wrongSetting({ name, value, expected }: SettingMistake): string {
  const text = describeExpected(zh, expected);
  return value === null ? zh.secretSetting(name, text) : zh.wrongSetting(name, value, text);
}
