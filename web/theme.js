// Runs before the first paint, in any browser, so without any new syntax.

// Sets a chosen theme. Without a choice, tokens.css follows the system.
try {
  var theme = localStorage.getItem("ringwell.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch (blocked) {
  // Storage is blocked: the system's theme it is.
}

// A browser without import maps never runs boot.js, and says nothing. One without WebAssembly's 128-bit vectors cannot
// take a single of our modules. Both came to Safari with 16.4, to the others years before.
(function () {
  // A function that makes such a vector, as bytes.
  var vector = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
  var able = false;
  try {
    able = HTMLScriptElement.supports("importmap") && WebAssembly.validate(new Uint8Array(vector));
  } catch (missing) {
    // There is no such thing here.
  }
  if (able) return;
  document.addEventListener("DOMContentLoaded", function () {
    document.getElementById("cannot-start").hidden = false;
  });
})();
