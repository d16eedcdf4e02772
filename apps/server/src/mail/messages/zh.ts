import type { MailTexts } from "./mail-texts.ts";

export const zh: MailTexts = {
  product: "满意",
  linkHint: "按钮打不开时，请把下面的地址复制到浏览器：",
  footer: (host) => `这封邮件由 ${host} 自动发出，回复不会有人看到。`,
  mails: {
    "password-reset": ({ validMinutes }) => ({
      subject: "重设登录密码",
      preview: `链接在 ${validMinutes} 分钟内有效`,
      heading: "重设登录密码",
      paragraph: `有人为这个邮箱申请重设密码。链接在 ${validMinutes} 分钟内有效，只能使用一次。`,
      button: "设置新密码",
      note: "如果不是您本人申请，不用理会这封邮件，密码不会改变。",
    }),
    invitation: ({ organisation, inviter, validDays }) => ({
      subject: `${inviter}邀请您加入${organisation}`,
      preview: `设置密码后即可登录，链接在 ${validDays} 天内有效`,
      heading: `加入${organisation}`,
      paragraph: `${inviter}邀请您加入“${organisation}”，一起管理满意度调查。设置密码后即可登录，链接在 ${validDays} 天内有效。`,
      button: "设置密码并加入",
      note: "如果您不认识邀请人，请不要打开链接。不设置密码，账号就不会启用。",
    }),
    "new-sign-in": ({ when, device }) => ({
      subject: "您的账号在新设备上登录",
      preview: `${when}，${device}`,
      heading: "账号在新设备上登录",
      paragraph: `您的账号于 ${when} 在新设备上登录：${device}。`,
      button: "查看登录记录",
      note: "如果是您本人，不用处理。如果不是，请结束这次登录，并立即更换密码。",
    }),
  },
};
