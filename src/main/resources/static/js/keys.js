// The keyboard. Lists are [data-list] with [data-row] rows; a link or button says its own key with data-key="r", an area with
// data-go="o" (g, then o). Single letters never act while somebody types and can be switched off (WCAG 2.1.4).
const single = document.documentElement.dataset.keys !== "off";
// On a Cyrillic layout the key of j says о: then its place on the keyboard counts.
export const keyOf = (event) =>
  /^[^\x00-\x7f]$/.test(event.key) && /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key;

const SEQUENCE_MS = 1200;
let go = -SEQUENCE_MS; // on a page just opened nothing has been pressed

const typing = (target) => target.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
const visible = (element) => element.getClientRects().length > 0 && !element.disabled;
const rows = () => [...document.querySelectorAll("[data-list] [data-row]")].filter(visible);
const cursor = () => rows().find((row) => row.hasAttribute("data-cursor"));

export function move(step) {
  const all = rows();
  if (!all.length) return;
  const at = all.findIndex((row) => row.hasAttribute("data-cursor"));
  const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step))];
  all.forEach((row) => row.removeAttribute("data-cursor"));
  next.setAttribute("data-cursor", "");
  (next.querySelector("a.row-link, a[href]") ?? next).focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

const acts = {
  j: () => move(1),
  k: () => move(-1),
  ArrowDown: () => cursor() && move(1),
  ArrowUp: () => cursor() && move(-1),
  Enter: () => cursor()?.querySelector("a.row-link, a[href]")?.click(),
  x: () => cursor()?.querySelector("[data-select]")?.click(),
  "/": () => document.querySelector("[data-search], main input[type=search]")?.focus(),
  "?": () => help(),
  g: () => (go = performance.now()),
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && typing(event.target)) {
    event.target.blur();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "Enter" && event.target.closest("a, button, summary, input")) return;
  if (!single && event.key.length === 1) return;
  const key = keyOf(event);
  const act = following(key) ?? declared(key) ?? acts[key];
  if (!act || ((key === "Enter" || key.startsWith("Arrow")) && !cursor())) return;
  event.preventDefault();
  act();
});

function following(key) {
  if (performance.now() - go > SEQUENCE_MS || key === "g") return null;
  go = -SEQUENCE_MS;
  const place = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
  return place ? () => place.click() : null;
}

function declared(key) {
  const target = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find(visible);
  if (!target) return null;
  return () => (target.matches("a, button, summary") ? target.click() : target.focus());
}

function help() {
  const dialog = document.getElementById("keys");
  if (!dialog) return;
  const list = dialog.querySelector("[data-page-keys]");
  list.replaceChildren(
    ...[...document.querySelectorAll("[data-key]")].filter(visible).map((target) => {
      const line = document.createElement("div");
      const key = document.createElement("dt");
      key.append(Object.assign(document.createElement("kbd"), { textContent: target.dataset.key }));
      const label = target.getAttribute("aria-label") ?? target.querySelector("span")?.textContent ?? target.textContent;
      line.append(key, Object.assign(document.createElement("dd"), { textContent: label.trim() }));
      return line;
    }),
  );
  list.hidden = !list.childElementCount;
  dialog.showModal();
}

// the row one came from is the row one comes back to
document.addEventListener("click", (event) => {
  const row = event.target.closest?.("[data-row]");
  if (row?.id && event.target.closest("a")) sessionStorage.setItem(`cursor:${location.pathname}`, row.id);
});
document.getElementById(sessionStorage.getItem(`cursor:${location.pathname}`) ?? "")?.setAttribute("data-cursor", "");
