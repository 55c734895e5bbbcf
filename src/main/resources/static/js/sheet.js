// A link with data-sheet opens its page's main part over this page. Escape, a click beside it or its button, which
// data-sheet names, close it.
async function show(link) {
  const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
  const dialog = document.createElement("dialog");
  dialog.className = "sheet";
  dialog.append(...(page.querySelector("main .page") ?? page.querySelector("main")).childNodes);
  const title = dialog.querySelector("h1");
  title.id = "sheet-title";
  title.tabIndex = -1;
  title.autofocus = true;
  const close = document.createElement("button");
  close.className = "button close";
  close.textContent = link.dataset.sheet;
  close.addEventListener("click", () => dialog.close());
  dialog.append(close);
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-sheet]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (document.querySelector("dialog.sheet")) return;
  show(link).catch(() => location.assign(link.href));
});
