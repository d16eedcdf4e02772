/** What each mail needs besides its recipient. All of it is removed once the mail is out or given up. */
export interface MailDetails {
  "password-reset": {
    /** In the console, from the root: `/reset-password?token=…`. The origin is put before it when the mail is written. */
    readonly path: string;
    readonly validMinutes: string;
  };
  invitation: {
    readonly path: string;
    readonly organisation: string;
    /** Who invites, by name. */
    readonly inviter: string;
    readonly validDays: string;
  };
  "new-sign-in": {
    /** Where sessions are seen and ended. */
    readonly path: string;
    /** In the recipient's zone and form, `2026-11-22 09:30 (UTC+8)`. */
    readonly when: string;
    /** Browser and system in words; never an address. */
    readonly device: string;
  };
}

export type MailTemplate = keyof MailDetails;

/** Which details stand in each mail. */
export const mailDetailNames: { readonly [T in MailTemplate]: readonly (keyof MailDetails[T] & string)[] } = {
  "password-reset": ["path", "validMinutes"],
  invitation: ["path", "organisation", "inviter", "validDays"],
  "new-sign-in": ["path", "when", "device"],
};

export function isMailTemplate(name: string): name is MailTemplate {
  return Object.hasOwn(mailDetailNames, name);
}
