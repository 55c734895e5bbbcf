// The one registry of shortcuts. A control says data-key="r" (or "g s" for two strokes); pages without a control for a key
// call on(). Never while typing, never with Alt; event.key, so every keyboard layout works.
const acts = new Map();
let pending = "";
let forget;

export function on(keys, act) {
  acts.set(keys, act);
}

const off = () => document.documentElement.dataset.keys === "off";
const typing = (target) => target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

function stroke(event) {
  const held = event.ctrlKey || event.metaKey ? "Mod+" : "";
  const shift = event.shiftKey && (event.key.length > 1 || /\p{L}/u.test(event.key)) ? "Shift+" : "";
  return held + shift + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
}

const seen = (element) => element.checkVisibility?.({ visibilityProperty: true }) ?? true;
const bound = (keys) => [...document.querySelectorAll(`[data-key="${CSS.escape(keys)}"]`)];
// A link may wait in a closed menu; anything else must be seen to be pressed.
const control = (keys) => bound(keys).find((element) => seen(element) || element.matches("a[href]"));

function press(element) {
  if (element.matches("input:not([type=checkbox], [type=radio], [type=submit]), textarea, select")) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
}

// An act may decline by returning false; then the control gets its key.
function run(keys, event) {
  const handled = acts.has(keys) && acts.get(keys)(event) !== false;
  const element = handled ? null : control(keys);
  if (!handled && !element) return false;
  event.preventDefault();
  if (element) press(element);
  return true;
}

const begins = (keys) => [...acts.keys()].some((k) => k.startsWith(keys + " ")) || document.querySelector(`[data-key^="${CSS.escape(keys)} "]`);

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.isComposing || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const held = event.ctrlKey || event.metaKey;
  if (!held && (off() || typing(event.target))) return;
  const keys = (pending + " " + stroke(event)).trim();
  pending = "";
  clearTimeout(forget);
  if (run(keys, event)) return;
  if (begins(keys)) {
    pending = keys;
    forget = setTimeout(() => (pending = ""), 1500);
  }
});

// Screen readers and tooltips learn the same keys from the same attribute.
function tell(root) {
  if (off()) return;
  for (const element of root.querySelectorAll?.("[data-key]:not([aria-keyshortcuts])") ?? []) {
    const keys = element.dataset.key;
    // the attribute has no way to say "first g, then i"
    if (keys && !keys.includes(" ")) element.setAttribute("aria-keyshortcuts", keys.replaceAll("Mod+", "Control+"));
  }
}
tell(document);
document.addEventListener("htmx:load", (event) => tell(event.target.parentElement ?? event.target));
