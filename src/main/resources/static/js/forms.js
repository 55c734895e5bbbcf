// After a form came back: read the summary first. While one is on its way: not twice. Dates open their calendar.
const focus = (root) => root.querySelector?.("[data-focus]")?.focus();
const pickers = (root) => root.querySelectorAll?.("[data-pick][hidden]").forEach((button) => (button.hidden = false));
for (const each of [focus, pickers]) {
  each(document);
  document.addEventListener("htmx:load", (event) => each(event.target.parentElement ?? event.target));
}

document.addEventListener("click", (event) => event.target.closest("[data-pick]")?.previousElementSibling.showPicker());

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method === "get") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
});

// Back from the cache: the page may be used again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll("[aria-busy=true]")) button.removeAttribute("aria-busy");
});
