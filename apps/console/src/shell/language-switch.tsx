import { changeProfile, readSession } from "@manyi/contract/session/session";
import { useChange } from "../call/use-route.ts";
import { changeLanguage } from "../language/current-language.ts";
import { useLanguage } from "../language/use-language.ts";

/** One key from Chinese to English and back, at once. Who is signed in has the choice kept in their profile. */
export function LanguageSwitch({ keptIn }: { readonly keptIn: "browser" | "profile" }) {
  const language = useLanguage();
  const profile = useChange(changeProfile, { outdates: [readSession] });
  const other = language === "zh" ? "en" : "zh";
  return (
    <button
      type="button"
      className="bar-button"
      lang={other === "zh" ? "zh-CN" : "en"}
      onClick={() => {
        changeLanguage(other);
        if (keptIn === "profile") profile.mutate({ body: { language: other } });
      }}
    >
      {other === "zh" ? "中文" : "English"}
    </button>
  );
}
