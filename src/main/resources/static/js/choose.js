// A long select becomes a field in which one types: what fits is listed below. The select stays, hidden, and is what is sent;
// without this it serves by itself.
document.querySelectorAll("select[data-choose]").forEach((select, at) => {
  const place = document.createElement("div");
  place.className = "chooser";
  const input = document.createElement("input");
  const list = document.createElement("ul");
  const live = document.createElement("p");
  list.id = `choices-${at}`;
  list.setAttribute("role", "listbox");
  list.hidden = true;
  live.className = "hush";
  live.setAttribute("role", "status");
  input.type = "text";
  input.autocomplete = "off";
  input.id = select.id;
  input.value = select.value ? select.selectedOptions[0].text : "";
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" })) input.setAttribute(name, value);
  for (const name of ["aria-describedby", "aria-invalid"]) if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
  list.setAttribute("aria-label", document.querySelector(`label[for="${select.id}"]`)?.textContent ?? "");
  select.id = `${select.id}-select`;
  select.hidden = true;
  select.before(place);
  place.append(input, list, live);

  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  let picked = -1;
  const options = () => [...list.children];
  const close = () => { list.hidden = true; picked = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const choose = (value, text) => { select.value = value; input.value = text; close(); };
  const mark = (to) => {
    const all = options();
    if (all.length === 0) return;
    picked = (to + all.length) % all.length;
    all.forEach((item, n) => item.setAttribute("aria-selected", String(n === picked)));
    all[picked].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", all[picked].id);
  };
  const open = () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    const fits = [...select.options].filter((option) => option.value && words.every((word) => plain(option.text).includes(word)));
    list.replaceChildren(...fits.map((option, n) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${n}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.textContent = option.text;
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); choose(option.value, option.text); });
      return item;
    }));
    live.textContent = fits.length === 0 ? select.dataset.choose : "";
    list.hidden = fits.length === 0;
    input.setAttribute("aria-expanded", String(fits.length > 0));
    picked = -1;
    input.removeAttribute("aria-activedescendant");
    // what is typed in full is chosen
    const same = fits.find((option) => plain(option.text) === plain(input.value));
    select.value = same ? same.value : "";
  };
  input.addEventListener("input", open);
  input.addEventListener("click", open);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open();
      mark(picked + (event.key === "ArrowDown" ? 1 : picked < 0 ? 0 : -1));
    } else if (event.key === "Enter" && !list.hidden && picked >= 0) {
      event.preventDefault();
      const text = options()[picked].textContent;
      choose([...select.options].find((option) => option.text === text).value, text);
    } else if (event.key === "Escape") close();
  });
});
