/** Every setting: its name in the environment, its default and what it is for. Help and README are made from this table. */

export type SettingName =
  | "MANYI_DATA"
  | "DATABASE_URL"
  | "MANYI_HOST"
  | "MANYI_PORT"
  | "MANYI_ORIGIN"
  | "MANYI_TRUSTED_PROXIES"
  | "MANYI_LANGUAGE"
  | "MANYI_ADMIN_EMAIL"
  | "MANYI_TIME_ZONE"
  | "MANYI_SMTP_URL"
  | "MANYI_MAIL_FROM"
  | "MANYI_S3_ENDPOINT"
  | "MANYI_S3_REGION"
  | "MANYI_S3_BUCKET"
  | "MANYI_S3_ACCESS_KEY"
  | "MANYI_S3_SECRET_KEY"
  | "MANYI_LARGEST_IMPORT_MB"
  | "MANYI_COLLECT_PER_MINUTE"
  | "MANYI_METRICS_TOKEN"
  | "MANYI_SECRET"
  | "MANYI_LOG_LEVEL";

export interface Setting {
  readonly name: SettingName;
  /** As it would be written; null: unset, and what that means stands in the text. */
  readonly byDefault: string | null;
  readonly zh: string;
  readonly en: string;
}

export const settings: readonly Setting[] = [
  {
    name: "MANYI_DATA",
    byDefault: "./data",
    zh: "数据文件夹：自带的数据库、上传的文件和密钥都在这里",
    en: "Data folder: the embedded database, uploaded files and secrets",
  },
  {
    name: "DATABASE_URL",
    byDefault: null,
    zh: "PostgreSQL 15 或更新版本的地址，如 postgres://用户:密码@主机:5432/库名；不设则用自带的数据库",
    en: "Address of a PostgreSQL 15 or newer, postgres://user:password@host:5432/name; unset: the embedded database",
  },
  {
    name: "MANYI_HOST",
    byDefault: "127.0.0.1",
    zh: "在哪个网络地址上接受访问；0.0.0.0 表示全部，此时必须设 MANYI_ORIGIN",
    en: "Network address to listen on; 0.0.0.0 is all of them and then needs MANYI_ORIGIN",
  },
  { name: "MANYI_PORT", byDefault: "8460", zh: "端口", en: "Port" },
  {
    name: "MANYI_ORIGIN",
    byDefault: null,
    zh: "用户访问本系统的网址，如 https://survey.example.cn；邮件里的链接用它。不设则为本机地址和端口",
    en: "Address people open, such as https://survey.example.com; links in mails use it. Unset: this machine's address and port",
  },
  {
    name: "MANYI_TRUSTED_PROXIES",
    byDefault: null,
    zh: "反向代理的地址或网段，逗号分隔；只采信它们转述的访客地址",
    en: "Reverse proxies' addresses or ranges, separated by commas; only they are believed about a visitor's address",
  },
  {
    name: "MANYI_LANGUAGE",
    byDefault: null,
    zh: "邮件和新用户界面的语言，zh 或 en；不设则随系统（LANG）",
    en: "Language of mails and of new users' screens, zh or en; unset: the system's (LANG)",
  },
  {
    name: "MANYI_ADMIN_EMAIL",
    byDefault: "admin@manyi.local",
    zh: "第一个管理员的登录账号，只在首次启动时使用；写真实的邮箱才能收到重设密码的邮件",
    en: "Account of the first administrator, used at the first start only; a real address can receive mails for a new password",
  },
  {
    name: "MANYI_TIME_ZONE",
    byDefault: "Asia/Shanghai",
    zh: "时区（IANA 名称）；各项目可另设",
    en: "Time zone (IANA name); programmes may differ",
  },
  {
    name: "MANYI_SMTP_URL",
    byDefault: null,
    zh: "发信服务器，如 smtps://用户:密码@smtp.example.cn；不设则不发邮件",
    en: "Mail server, such as smtps://user:password@smtp.example.com; unset: no mail goes out",
  },
  {
    name: "MANYI_MAIL_FROM",
    byDefault: null,
    zh: "发件人，如 满意度调查 <survey@example.cn>",
    en: "Sender, such as Customer survey <survey@example.com>",
  },
  {
    name: "MANYI_S3_ENDPOINT",
    byDefault: null,
    zh: "兼容 S3 的对象存储网址；不设则文件存在数据文件夹",
    en: "Address of an S3-compatible store; unset: files lie in the data folder",
  },
  { name: "MANYI_S3_REGION", byDefault: "us-east-1", zh: "对象存储的区域", en: "Region of the store" },
  { name: "MANYI_S3_BUCKET", byDefault: null, zh: "存储桶", en: "Bucket" },
  { name: "MANYI_S3_ACCESS_KEY", byDefault: null, zh: "对象存储的访问密钥 ID", en: "Access key of the store" },
  { name: "MANYI_S3_SECRET_KEY", byDefault: null, zh: "对象存储的访问密钥", en: "Secret key of the store" },
  {
    name: "MANYI_LARGEST_IMPORT_MB",
    byDefault: "200",
    zh: "可导入的最大文件（MB）",
    en: "Largest file that may be imported (MB)",
  },
  {
    name: "MANYI_COLLECT_PER_MINUTE",
    byDefault: "3000",
    zh: "同一网络地址每分钟可以打开、保存和提交答卷的总次数（一份答卷约十次）；许多受访者共用一个出口时可调高",
    en: "How often a minute one network address may open, save and send answers, about ten times a respondent; raise it where many share one address",
  },
  {
    name: "MANYI_METRICS_TOKEN",
    byDefault: null,
    zh: "读取 /metrics 的令牌，至少 20 个字符；不设则只许本机读取",
    en: "Token for reading /metrics, at least 20 characters; unset: from this machine only",
  },
  {
    name: "MANYI_SECRET",
    byDefault: null,
    zh: "签发会话的密钥，至少 32 个字符；只有在多台机器上运行时才要设置，且各处相同。不设则自动生成，存在数据文件夹",
    en: "Signs sessions, at least 32 characters; needed only on several machines, the same on each. Unset: generated, kept in the data folder",
  },
  {
    name: "MANYI_LOG_LEVEL",
    byDefault: "info",
    zh: "日志详细程度：debug、info、warn 或 error",
    en: "How much is logged: debug, info, warn or error",
  },
];
