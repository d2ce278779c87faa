// Sets a chosen theme before the first paint. Without a choice, tokens.css follows the system.
try {
  const theme = localStorage.getItem("ringwell.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme it is.
}
