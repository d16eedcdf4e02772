/** Order matters: the later browsers pretend to be the earlier ones too. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, "WeChat"],
  [/DingTalk\//, "DingTalk"],
  [/Lark\//, "Lark"],
  [/QQBrowser\//, "QQ Browser"],
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Version\/.*Safari\//, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, "HarmonyOS"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** `Chrome · Windows` from what a browser says of itself; what says neither is shown as it stands.
 *  @param told the user agent */
export function deviceName(told: string): string {
  const named = [browsers, systems].flatMap((known) => known.find(([mark]) => mark.test(told))?.[1] ?? []);
  return named.length === 0 ? told : named.join(" · ");
}
