// The chosen theme and language are set before the first paint; a page that turns dark after a blink is not calm.
try {
  const theme = localStorage.getItem("manyi.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  const language = localStorage.getItem("manyi.language") ?? navigator.language;
  document.documentElement.lang = language.startsWith("zh") ? "zh-CN" : "en";
} catch {
  // Without storage the system's theme and the page's language hold.
}
