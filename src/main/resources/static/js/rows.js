// Walking and picking in a list (.rows) by key. Which row one is in follows from the focus, else from the open one.
import { on } from "./keys.js";

const rows = () => [...document.querySelectorAll(".rows > li")];
const box = (row) => row?.querySelector("input[type=checkbox]");

function here(all) {
  const focused = all.findIndex((row) => row.contains(document.activeElement));
  return focused >= 0 ? focused : all.findIndex((row) => row.querySelector("a[aria-current]"));
}

function pick(row, chosen) {
  if (!box(row) || box(row).checked === chosen) return;
  box(row).checked = chosen;
  box(row).dispatchEvent(new Event("change", { bubbles: true }));
}

function go(step, extend) {
  const all = rows();
  if (all.length === 0) return false;
  const at = here(all);
  const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  if (extend && at >= 0) pick(all[at], true);
  if (extend) pick(next, true);
  next.querySelector("a").focus();
  next.scrollIntoView({ block: "nearest" });
}

function each(chosen) {
  if (rows().length === 0) return false;
  rows().forEach((row) => pick(row, chosen));
}

on("j", () => go(1));
on("k", () => go(-1));
on("Shift+j", () => go(1, true));
on("Shift+k", () => go(-1, true));
on("ArrowDown", (event) => (event.target.closest(".rows") ? go(1) : false));
on("ArrowUp", (event) => (event.target.closest(".rows") ? go(-1) : false));
on("* a", () => each(true));
on("* n", () => each(false));
on("x", () => {
  const row = rows()[here(rows())];
  return box(row) ? pick(row, !box(row).checked) : false;
});
on("o", () => {
  const link = rows()[here(rows())]?.querySelector("a");
  return link ? link.click() : false;
});
