// The open ticket's row, how many are picked, and the number to copy. Without this every row is a link and every act a form.
import { on } from "./keys.js";

const links = () => [...document.querySelectorAll("[data-rows] a[href]")];
const opened = () => links().findIndex((link) => link.hasAttribute("aria-current"));
const beside = (by) => () => links()[opened() + by]?.click() ?? false;
on("]", beside(1));
on("[", beside(-1));

const back = () => {
  const bench = document.querySelector(".bench.open");
  if (!bench) return false;
  bench.classList.remove("open");
  (links()[opened()] ?? links()[0])?.focus();
};
on("u", back);

document.addEventListener("change", (event) => {
  const place = document.querySelector("[data-picked]");
  if (place && event.target.name === "pick") place.textContent = place.dataset.picked.replace("{0}", document.querySelectorAll("[data-rows] :checked").length);
});

// r and n choose what is written; then one writes.
document.addEventListener("click", (event) => {
  if (event.target.matches(".compose [name=kind]") && event.detail === 0) event.target.form.elements.text.focus();
});

// The number is a link to its ticket. Once copies the number, twice with the title, thrice with the address.
const copies = [(number) => number, (number, title) => `${number} ${title}`, (number, title) => `${number} ${title} ${location.origin}/tickets/${number}`];
let copied = 0;
let forget;
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  event.preventDefault();
  clearTimeout(forget);
  navigator.clipboard?.writeText(copies[copied++ % 3](button.dataset.copy, document.querySelector("#main h1").textContent));
  forget = setTimeout(() => (copied = 0), 3000);
});

// A ticket came into its place: mark its row, and on a phone show it.
document.addEventListener("htmx:afterSwap", () => {
  const main = document.querySelector("#main[data-opened]");
  if (!main) return;
  document.querySelector(".bench").classList.add("open");
  for (const link of links()) {
    if (link.pathname.endsWith(main.dataset.opened)) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
});

// What lies folded beside the ticket opens by itself where there is room, once htmx listens to it.
document.addEventListener("htmx:load", (event) => {
  if (!matchMedia("(width > 64rem)").matches) return;
  for (const fold of event.target.querySelectorAll?.("details[data-open-wide]") ?? []) fold.open = true;
});
