// Files come by paste and drop as well as by choosing, and can be left out again. What is written is kept as a draft, every two
// seconds and on leaving. Without this the file input and the form do the same by hand.
const EVERY = 2000;

document.querySelectorAll("[data-compose], [data-files]").forEach(ready);
document.addEventListener("htmx:load", (event) => event.target.querySelectorAll?.("[data-compose], [data-files]").forEach(ready));

function ready(place) {
  if (place.dataset.ready) return;
  place.dataset.ready = "yes";
  if (place.matches("[data-files]")) files(place);
  if (place.dataset.compose) drafts(place);
}

function files(place) {
  const [input, camera] = place.querySelectorAll("input[type=file]");
  const form = input.form;
  const list = place.querySelector("[data-list]");
  place.classList.add("quick");
  let kept = [];
  const show = () => {
    const all = new DataTransfer();
    kept.forEach((file) => all.items.add(file));
    input.files = all.files;
    list.replaceChildren(...kept.map((file, at) => {
      const item = document.createElement("li");
      const name = document.createElement("span");
      name.textContent = file.name;
      const remove = document.createElement("button");
      remove.type = "button";
      remove.className = "button plain";
      remove.textContent = "×";
      remove.setAttribute("aria-label", `${place.dataset.files}: ${file.name}`);
      remove.addEventListener("click", () => { kept.splice(at, 1); show(); input.focus(); });
      name.append(remove);
      item.append(name);
      return item;
    }));
  };
  const add = (more) => { kept.push(...more); show(); };
  input.addEventListener("change", () => add(input.files));
  camera?.addEventListener("change", () => { add(camera.files); camera.value = ""; });
  form.addEventListener("paste", (event) => {
    if (event.clipboardData.files.length > 0) { event.preventDefault(); add(event.clipboardData.files); }
  });
  form.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) { event.preventDefault(); form.classList.add("over"); }
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    form.classList.remove("over");
    if (event.dataTransfer.files.length > 0) { event.preventDefault(); add(event.dataTransfer.files); }
  });
}

function drafts(form) {
  const text = form.elements.text;
  const said = form.querySelector("[data-saved]");
  let last = text.value;
  let sending = false;
  const body = () => new URLSearchParams({ text: text.value, kind: form.elements.kind?.value ?? "main", _csrf: form.elements._csrf?.value ?? "" });
  const save = async () => {
    if (sending || text.value === last || form.dataset.sent) return;
    const now = text.value;
    sending = true;
    try {
      const answer = await fetch(form.dataset.compose, { method: "POST", body: body() });
      if (answer.ok) { last = now; if (said) said.textContent = said.dataset.saved; }
    } catch { /* the next turn tries again */ } finally { sending = false; }
  };
  setInterval(save, EVERY);
  addEventListener("pagehide", () => {
    if (text.value !== last && !form.dataset.sent) navigator.sendBeacon(form.dataset.compose, body());
  });
}
