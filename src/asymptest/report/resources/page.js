// Typesets the statements as MathML, and filters the claims. Without this script the page shows the
// statements as LaTeX and all claims.
"use strict";

for (const statement of document.querySelectorAll(".statement")) {
  const source = statement.textContent;
  try {
    katex.render(source, statement, {
      output: "mathml", displayMode: true, throwOnError: false, strict: "ignore", trust: false,
    });
  } catch (problem) {
    statement.textContent = source;
  }
}

const filter = document.querySelector("#filter");
const words = filter.querySelector("input");
const status = filter.querySelector("select");
const found = filter.querySelector("output");

function matches(element) {
  const text = element.dataset.text.toLowerCase();
  const wanted = words.value.toLowerCase().split(/\s+/);
  const ofStatus = status.value === "" || element.dataset.status.split(" ").includes(status.value);
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
  const all = words.value === "" && status.value === "";
  found.textContent = all ? "" : `${shown} claim${shown === 1 ? "" : "s"} shown`;
}

// A link to a claim that the filter hides shows it.
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.closest("[hidden]")) {
    words.value = "";
    status.value = "";
    apply();
    target.scrollIntoView();
  }
}

filter.hidden = false;
filter.addEventListener("input", apply);
filter.addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("hashchange", reveal);
