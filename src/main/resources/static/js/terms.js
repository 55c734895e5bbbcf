// Words that are not this house's are underlined while one writes, and replaced by a click or by Ctrl+full stop. The server
// finds them; here they are shown over the text, which a text field cannot do by itself.
document.querySelectorAll("[data-terms]").forEach(ready);
document.addEventListener("htmx:load", (event) => event.target.querySelectorAll?.("[data-terms]").forEach(ready));

function ready(place) {
  const field = document.getElementById(place.dataset.terms);
  if (place.dataset.ready || !field) return;
  place.dataset.ready = "yes";
  const lines = underlay(field);
  place.addEventListener("htmx:afterSwap", () => draw(place, field, lines));
  field.addEventListener("input", () => lines.replaceChildren());
  field.addEventListener("scroll", () => { lines.scrollTop = field.scrollTop; });
  place.addEventListener("click", (event) => {
    const button = event.target.closest("[data-better]");
    if (button) replace(field, button.closest("[data-start]"), button.dataset.better);
  });
}

// The same text, unseen, behind the field: only its underlines show.
function underlay(field) {
  const had = document.activeElement === field;
  const frame = document.createElement("div");
  const lines = document.createElement("div");
  frame.className = "underlined";
  lines.className = "lines";
  lines.setAttribute("aria-hidden", "true");
  field.before(frame);
  frame.append(lines, field);
  if (had) field.focus();
  return lines;
}

function draw(place, field, lines) {
  const parts = [];
  let at = 0;
  for (const found of place.querySelectorAll("[data-start]")) {
    const [start, end] = [Number(found.dataset.start), Number(found.dataset.end)];
    if (start < at || field.value.slice(start, end) !== found.dataset.found) continue;
    const mark = document.createElement("span");
    mark.className = found.dataset.hint ? "hint" : "other";
    mark.textContent = found.dataset.found;
    parts.push(field.value.slice(at, start), mark);
    at = end;
  }
  lines.replaceChildren(...parts, field.value.slice(at) + "\n");
  lines.scrollTop = field.scrollTop;
}

// As if it had been typed, so that the browser's own undo takes it back. What moved meanwhile is looked for.
function replace(field, found, better) {
  const word = found.dataset.found;
  let start = Number(found.dataset.start);
  if (field.value.slice(start, start + word.length) !== word) start = field.value.indexOf(word);
  if (start < 0) return;
  field.focus();
  field.setSelectionRange(start, start + word.length);
  if (!document.execCommand("insertText", false, better)) {
    field.setRangeText(better, start, start + word.length, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  found.remove();
}
