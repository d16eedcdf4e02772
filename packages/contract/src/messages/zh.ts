import type { MalformedReason } from "../problem/problem.ts";
import type { ProblemMessages } from "./texts.ts";

const malformed: Readonly<Record<MalformedReason, string>> = {
  syntax: "内容不是有效的 JSON",
  encoding: "文字不是有效的 UTF-8 编码",
  "too-deep": "内容嵌套层数过多",
  "key-twice": "同一项写了两次",
  "key-forbidden": "含有不允许的名称",
  "too-many-keys": "一处所含的项过多",
  character: "文字中有无法保存的字符",
  number: "有一个数超出范围",
  address: "地址格式有误",
  upload: "上传的内容不完整或格式有误",
};

const faults: ProblemMessages["faults"] = {
  missing: "未填写",
  unknown: "没有这一项",
  type: "类型不对",
  form: "格式不对",
  "too-short": "太短",
  "too-long": "太长",
  "too-small": "数值过小",
  "too-large": "数值过大",
  "too-few": "项数过少",
  "too-many": "项数过多",
  twice: "有重复项",
  "not-listed": "不在可选范围内",
  "not-possible": "无法使用",
};

const importStates: ProblemMessages["importStates"] = {
  mapping: "这次导入还没有说明各列的用途",
  ready: "这次导入已检查完毕，还没有开始",
  faulty: "这次导入还有问题需要解决",
  queued: "这次导入正在排队",
  running: "这次导入正在进行",
  done: "这次导入已经完成",
  failed: "这次导入没有成功",
};

export const zh: ProblemMessages = {
  importStates,
  malformed,
  faults,
  problems: {
    "not-signed-in": () => "尚未登录，或登录已过期。请重新登录。",
    "sign-in-failed": () => "邮箱或密码不正确。请检查后重试，忘记密码可以重设。",
    "sign-in-held-back": (d) => `尝试次数过多，请等待${wait(d.retryAfterSeconds)}后再试。`,
    "code-wrong": () => "验证码不正确，或已经用过。请输入验证器当前显示的验证码，或未用过的恢复码。",
    "password-wrong": () => "当前密码不正确。请重新输入。",
    "password-weak": (d) => `密码太容易被猜到。请至少使用 ${d.least} 个字符，不要用邮箱地址或常见密码。`,
    "link-used-or-expired": () => "链接已用过或已过期。请重新申请，或请管理员再发一次。",
    "second-factor-required": () => "此操作需要双重验证。请先在个人资料中设置验证器。",
    "not-permitted": () => "您没有执行此操作的权限。如有需要，请联系管理员。",
    "field-not-changeable": (d) => `“${d.field}”不能在此修改。请去掉这一项。`,
    "origin-refused": (d) => `请求不是从本系统的页面发出的。请通过 ${d.expected} 访问，再试一次。`,
    "not-found": () => "找不到所请求的内容。它可能已被移走，或您没有查看权限。",
    "request-malformed": (d) => `请求无法读取：${malformed[d.reason]}。`,
    "request-invalid": (d) => {
      const listed = d.faults.slice(0, 5).map(({ at, problem }) => `${at}（${faults[problem]}）`);
      return `有 ${d.faults.length} 处内容不符合要求：${listed.join("、")}。请修改后重试。`;
    },
    "request-too-large": (d) => `内容超过 ${size(d.limitBytes)} 的上限。请减小后重试。`,
    "media-type-refused": (d) => `不接受这种内容类型。请使用 ${d.expected}。`,
    "too-many-requests": (d) => `请求过于频繁，请等待${wait(d.retryAfterSeconds)}后再试。`,
    "changed-meanwhile": () => "内容已被他人修改。请刷新后再试。",
    "already-exists": (d) => `“${d.what}”已经存在。请换一个。`,
    "unit-in-use": (d) =>
      `此单位仍在使用：下级单位 ${d.units} 个、成员 ${d.members} 人、密钥 ${d.keys} 个、项目 ${d.programmes} 个、导入 ${d.imports} 次。请先移走或撤销。`,
    "unit-inside-itself": () => "单位不能移到自身或其下级之中。请选择其他上级单位。",
    "last-administrator": () => "这是最后一位在用的管理员。请先指定另一位管理员。",
    "mail-not-configured": () => "尚未配置邮件服务，无法发送。请联系系统管理员。",
    "import-not-ready": (d) => `${importStates[d.state]}，现在不能执行此操作。请刷新页面查看进展。`,
    "import-without-data": () => "上传的内容中没有数据文件。请加入 .csv 或 .xlsx 文件。",
    "study-faulty": (d) => `调查文件有 ${d.total} 处问题。请按列表修改后重新上传。`,
    "questionnaire-faulty": (d) => `问卷还有 ${d.total} 处问题，不能发布。请按列表修改。`,
    "template-unknown": (d) => `没有名为“${d.template}”的模板。请从模板列表中选择。`,
    "wave-open-already": (d) => `“${d.wave}”还在收集。请先关闭它，或把新版本发布到这一期。`,
    "wave-not-open": () => "这一期没有在收集。请先发布问卷开始新的一期。",
    "wave-still-collecting": (d) => `“${d.wave}”还在收集。请先关闭它，再归档项目。`,
    "wave-closed": () => "这次调查已经结束，不再接收答卷。",
    "wave-has-no-questionnaire": () => "这一期的答卷来自导入，没有问卷和链接。",
    "programme-has-questionnaire": () => "这个项目用问卷收集答卷，不能再导入数据。请导入到另一个项目。",
    "submission-id-missing": () => "答卷没有有效的编号（UUID 第 4 版）。请用页面重新提交。",
    "submission-differs": () => "这份答卷已经收到，内容不能再更改。",
    "answers-faulty": (d) => `有 ${d.faults.length} 处回答需要修改。请按提示补充或更正后再提交。`,
    "version-unknown": (d) => `这次调查没有第 ${d.version} 版问卷。请重新打开链接。`,
    "partial-stale": () => "另一个页面里保存了更新的内容。请刷新后继续。",
    "received-already": () => "这份答卷已经提交，不能再修改。",
    "nothing-to-analyse": () => "还没有可以分析的答卷。请先导入数据。",
    "results-not-ready": () => "结果还在计算。请先查询计算状态，完成后再试。",
    "weight-unknown": (d) =>
      `没有名为“${d.weight}”的权重。${d.known.length === 0 ? "此调查没有权重。" : `可用：${d.known.join("、")}。`}`,
    "pdf-unavailable": (d) => `此服务器无法生成 PDF（${d.reason}）。请改用网页版报告，或联系系统管理员。`,
    "storage-full": () => "服务器存储空间已满，内容未保存。请联系系统管理员清理空间后重试。",
    "too-busy": (d) => `同时提交的人太多，请等待${wait(d.retryAfterSeconds)}后再试。`,
    "database-away": (d) => `数据库暂时无法连接。请等待${wait(d.retryAfterSeconds)}后再试。`,
    "files-away": (d) => `文件存储暂时无法连接。请等待${wait(d.retryAfterSeconds)}后再试。`,
    "address-refused": (d) => `不允许访问地址 ${d.address}。请使用公网地址。`,
    unexpected: (d) => `服务器内部出错，操作未完成。请重试；若再次出现，请把编号 ${d.requestId} 告知系统管理员。`,
  },
};

function wait(seconds: number): string {
  return seconds < 60 ? ` ${seconds} 秒` : ` ${Math.ceil(seconds / 60)} 分钟`;
}

function size(bytes: number): string {
  return bytes < 1_048_576 ? `${Math.floor(bytes / 1_024)} KB` : `${Math.floor(bytes / 1_048_576)} MB`;
}
