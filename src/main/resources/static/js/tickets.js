// The list by keyboard, what is picked, and the open ticket's row. Without this every row is a link and every act a form.
import { on } from "./keys.js";

const rows = () => [...document.querySelectorAll("[data-rows] [data-row]")];
const link = (row) => row?.querySelector("a[href]");
const opened = () => rows().findIndex((row) => link(row).hasAttribute("aria-current"));
const focused = () => rows().findIndex((row) => row.contains(document.activeElement));

function step(by) {
  const all = rows();
  const here = focused() >= 0 ? focused() : opened();
  const next = all[Math.min(all.length - 1, Math.max(0, here < 0 ? (by > 0 ? 0 : all.length - 1) : here + by))];
  link(next)?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
on("j", () => step(1));
on("k", () => step(-1));
const beside = (by) => link(rows()[opened() + by])?.click();
on("]", () => beside(1));
on("[", () => beside(-1));
on("u", () => {
  const here = rows()[opened()];
  document.querySelector(".bench")?.classList.remove("open");
  link(here ?? rows()[0])?.focus();
});

function pick(row) {
  const box = row?.querySelector("[name=pick]");
  if (box) { box.checked = !box.checked; tell(); }
}
on("x", () => pick(rows()[focused() >= 0 ? focused() : opened()]));
on("* a", () => all(true));
on("* n", () => all(false));
function all(picked) {
  document.querySelectorAll("[data-rows] [name=pick]").forEach((box) => (box.checked = picked));
  tell();
}
function tell() {
  const place = document.querySelector("[data-picked]");
  if (place) place.textContent = place.dataset.picked.replace("{0}", document.querySelectorAll("[data-rows] :checked").length);
}
document.addEventListener("change", (event) => event.target.name === "pick" && tell());

// r and n choose what is written; then one writes.
document.addEventListener("click", (event) => {
  if (event.target.matches(".compose [name=kind]") && event.detail === 0) event.target.form.elements.text.focus();
});

const copies = [(number) => number, (number, title) => `${number} ${title}`, (number, title) => `${number} ${title} ${location.origin}/tickets/${number}`];
let copied = 0;
let forget;
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  clearTimeout(forget);
  navigator.clipboard?.writeText(copies[copied % 3](button.dataset.copy, document.querySelector("main h1").textContent));
  copied++;
  forget = setTimeout(() => (copied = 0), 3000);
});

// A ticket came into its place: mark its row, and on a phone show it.
document.addEventListener("htmx:afterSwap", () => {
  const main = document.querySelector("main[data-opened]");
  if (!main) return;
  document.querySelector(".bench").classList.add("open");
  for (const row of rows()) link(row).toggleAttribute("aria-current", false);
  const here = rows().find((row) => link(row).pathname.endsWith(main.dataset.opened));
  link(here)?.setAttribute("aria-current", "true");
  if (focused() < 0) main.focus({ preventScroll: true });
});
