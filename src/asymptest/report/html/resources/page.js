// Typesets the statements as MathML, and filters the claims. Without this script the page shows the
// statements as LaTeX and all claims.
"use strict";

for (const statement of document.querySelectorAll(".statement")) {
  const source = statement.textContent;
  try {
    katex.render(source, statement, {
      output: "mathml", displayMode: true, throwOnError: true, strict: "ignore", trust: false,
    });
  } catch (problem) {
    statement.replaceChildren(document.createElement("code"));
    statement.firstChild.textContent = source;
    statement.title = problem.message;
  }
}

// Browsers take no mathvariant but "normal", so letters of other alphabets become their own characters.
const alphabets = {
  "double-struck": { upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8, C: "ℂ", H: "ℍ", N: "ℕ", P: "ℙ", Q: "ℚ", R: "ℝ", Z: "ℤ" },
  script: { upper: 0x1d49c, lower: 0x1d4b6, B: "ℬ", E: "ℰ", F: "ℱ", H: "ℋ", I: "ℐ", L: "ℒ", M: "ℳ", R: "ℛ", e: "ℯ", g: "ℊ", o: "ℴ" },
  fraktur: { upper: 0x1d504, lower: 0x1d51e, C: "ℭ", H: "ℌ", I: "ℑ", R: "ℜ", Z: "ℨ" },
  bold: { upper: 0x1d400, lower: 0x1d41a, digit: 0x1d7ce },
  "bold-italic": { upper: 0x1d468, lower: 0x1d482 },
  "sans-serif": { upper: 0x1d5a0, lower: 0x1d5ba, digit: 0x1d7e2 },
  monospace: { upper: 0x1d670, lower: 0x1d68a, digit: 0x1d7f6 },
};

function inAlphabet(letter, alphabet) {
  if (alphabet[letter]) return alphabet[letter];
  for (const [kind, first, last] of [["upper", "A", "Z"], ["lower", "a", "z"], ["digit", "0", "9"]]) {
    const inRange = letter >= first && letter <= last;
    if (inRange && alphabet[kind]) return String.fromCodePoint(alphabet[kind] + letter.charCodeAt(0) - first.charCodeAt(0));
  }
  return letter;
}

for (const element of document.querySelectorAll(".statement [mathvariant]")) {
  const alphabet = alphabets[element.getAttribute("mathvariant")];
  if (!alphabet || element.children.length > 0) continue;
  element.textContent = Array.from(element.textContent, (letter) => inAlphabet(letter, alphabet)).join("");
  element.setAttribute("mathvariant", "normal");
}

const filter = document.querySelector("#filter");
const words = filter.querySelector("input");
const wantedStatus = filter.querySelector("select");
const found = filter.querySelector("output");

function matches(element) {
  const text = element.dataset.text.toLowerCase();
  const wanted = words.value.toLowerCase().split(/\s+/);
  const ofStatus = wantedStatus.value === "" || element.dataset.status.split(" ").includes(wantedStatus.value);
  return ofStatus && wanted.every((word) => text.includes(word));
}

function apply() {
  let shown = 0;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.hidden = !matches(element);
    if (!element.hidden && element.classList.contains("claim")) shown += 1;
  }
  for (const group of document.querySelectorAll("[data-group]")) {
    group.hidden = !group.querySelector("[data-text]:not([hidden])");
  }
  const all = words.value === "" && wantedStatus.value === "";
  found.textContent = all ? "" : `${shown} claim${shown === 1 ? "" : "s"} shown`;
}

// A link to a claim that the filter hides shows it.
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.closest("[hidden]")) {
    words.value = "";
    wantedStatus.value = "";
    apply();
    target.scrollIntoView();
  }
}

filter.hidden = false;
filter.addEventListener("input", apply);
filter.addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("hashchange", reveal);
