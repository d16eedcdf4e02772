import type { MailTexts } from "./mail-texts.ts";

export const en: MailTexts = {
  product: "Manyi",
  linkHint: "If the button does not work, copy this address into your browser:",
  footer: (host) => `Sent automatically by ${host}. Nobody reads replies to this address.`,
  mails: {
    "password-reset": ({ validMinutes }) => ({
      subject: "Reset your password",
      preview: `The link works for ${validMinutes} minutes`,
      heading: "Reset your password",
      paragraph: `Someone asked to reset the password of this address. The link works once, for ${validMinutes} minutes.`,
      button: "Set a new password",
      note: "If this was not you, do nothing. Your password stays as it is.",
    }),
    invitation: ({ organisation, inviter, validDays }) => ({
      subject: `${inviter} invites you to ${organisation}`,
      preview: `Set a password to sign in. The link works for ${validDays} days`,
      heading: `Join ${organisation}`,
      paragraph: `${inviter} invites you to run satisfaction surveys at ${organisation}. Set a password to sign in. The link works for ${validDays} days.`,
      button: "Set a password and join",
      note: "If you do not know the sender, leave the link alone. Without a password the account stays inactive.",
    }),
    "new-sign-in": ({ when, device }) => ({
      subject: "Your account was used on a new device",
      preview: `${when}, ${device}`,
      heading: "Sign-in on a new device",
      paragraph: `Your account was used on a new device at ${when}: ${device}.`,
      button: "See your sign-ins",
      note: "If this was you, there is nothing to do. If not, end that session and change your password now.",
    }),
  },
};
