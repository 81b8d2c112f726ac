// Searches the claims, folds and unfolds them. Without this script the page shows all claims, folded, and each opens by a click.
"use strict";

const filter = document.querySelector("#filter");
const words = filter.querySelector("input");
const wantedStatus = filter.querySelector("select");
const unfold = document.querySelector("#unfold");
const found = filter.querySelector("output");
const folded = () => document.querySelectorAll("details.topic[data-group], details.claim");

function matches(element) {
  const text = element.dataset.text.toLowerCase();
  const wanted = words.value.toLowerCase().split(/\s+/);
  const ofStatus = wantedStatus.value === "" || element.dataset.status.split(" ").includes(wantedStatus.value);
  return ofStatus && wanted.every((word) => text.includes(word));
}

function apply() {
  let shown = 0;
  for (const claim of document.querySelectorAll("[data-text]")) {
    claim.hidden = !matches(claim);
    if (!claim.hidden) shown += 1;
  }
  for (const row of document.querySelectorAll("[data-group] tbody tr")) {
    const claim = document.getElementById(row.querySelector("th a").getAttribute("href").slice(1));
    row.hidden = claim.closest("[data-text]").hidden;
  }
  const all = words.value === "" && wantedStatus.value === "";
  for (const group of document.querySelectorAll("[data-group]")) {
    group.hidden = !group.querySelector("tbody tr:not([hidden])");
    if (!all && !group.hidden) group.open = true;
  }
  for (const heading of document.querySelectorAll(".of-topic")) {
    let next = heading.nextElementSibling;
    while (next && next.hidden && next.classList.contains("claim")) next = next.nextElementSibling;
    heading.hidden = !next || !next.classList.contains("claim");
  }
  found.textContent = all ? "" : `${shown} claim${shown === 1 ? "" : "s"} and proofs shown`;
}

// The search is kept in the address, so that it can be sent and comes back with the page.
function remember() {
  const state = new URLSearchParams();
  if (words.value) state.set("search", words.value);
  if (wantedStatus.value) state.set("status", wantedStatus.value);
  const text = state.toString();
  history.replaceState(null, "", text ? `#${text}` : "#glance");
}

function restore() {
  const state = new URLSearchParams(location.hash.slice(1));
  if (!state.has("search") && !state.has("status")) return false;
  words.value = state.get("search") ?? "";
  wantedStatus.value = state.get("status") ?? "";
  apply();
  return true;
}

// A link to a claim opens it, and shows it if the search hides it.
function reveal() {
  if (restore()) return;
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.closest("[hidden]")) {
    words.value = "";
    wantedStatus.value = "";
    apply();
  }
  for (let at = target; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") at.open = true;
  }
  target.scrollIntoView();
}

// The map: what a node rests on and what rests on it, as many steps away as is asked for.
const focusForm = document.querySelector("#focus");
const around = document.querySelector("#around");
const depth = document.querySelector("#depth");

function near(start, most) {
  const uses = new Map([...around.options].map((node) => [node.value, (node.dataset.uses || "").split(" ").filter(Boolean)]));
  const users = (name) => [...uses.keys()].filter((other) => uses.get(other).includes(name));
  const found = new Set([start]);
  for (const next of [(name) => uses.get(name), users]) {
    let rim = [start];
    for (let step = 0; step < most && rim.length; ++step) {
      rim = rim.flatMap(next);
      rim.forEach((name) => found.add(name));
    }
  }
  return found;
}

function showAround() {
  const map = document.querySelector("#map");
  const shown = around.value ? near(around.value, Number(depth.value)) : null;
  const blocks = new Set();
  for (const node of map.querySelectorAll("a")) {
    const beside = shown !== null && !shown.has(node.getAttribute("href").slice(1));
    node.classList.toggle("beside", beside);
    if (!beside) blocks.add(/in-(\d+)/.exec(node.querySelector("rect").getAttribute("class"))[1]);
  }
  for (const line of map.querySelectorAll(".f-use")) {
    const [, from, to] = /from-(\d+) to-(\d+)/.exec(line.getAttribute("class"));
    line.classList.toggle("beside", !blocks.has(from) || !blocks.has(to));
  }
}

if (focusForm) {
  focusForm.hidden = false;
  focusForm.addEventListener("input", showAround);
}
filter.hidden = false;
filter.addEventListener("input", () => { apply(); remember(); });
filter.addEventListener("submit", (event) => event.preventDefault());
unfold.addEventListener("click", () => {
  const open = unfold.textContent === "open all";
  for (const part of folded()) part.open = open;
  unfold.textContent = open ? "close all" : "open all";
});
window.addEventListener("hashchange", reveal);
window.addEventListener("beforeprint", () => { for (const part of document.querySelectorAll("details.claim, details.topic")) part.open = true; });
reveal();
