// Short messages in the corner. The sentences come from the server; a problem stays until it is answered.
const STAYS_MS = 7000;

export function say(kind, text, undo) {
  const pattern = document.getElementById(`toast-${kind}`);
  if (!pattern || !text) return;
  const toast = pattern.content.firstElementChild.cloneNode(true);
  toast.querySelector("p").textContent = text;
  if (undo) toast.append(undoForm(undo));
  document.getElementById("messages").append(toast);
  fade(toast);
}

// one of the sentences the page brought along: broken, offline, stale, forbidden
export function sayProblem(name) {
  const pattern = document.getElementById("toast-problem");
  const text = pattern?.content.querySelector("p").dataset[name];
  const shown = [...document.querySelectorAll(".toast--problem p")].some((p) => p.textContent === text);
  if (!shown) say("problem", text);
}

function undoForm(path) {
  const pattern = document.getElementById("toast-undo");
  const form = pattern.content.firstElementChild.cloneNode(true);
  form.action = path;
  return form;
}

function fade(toast) {
  if (toast.classList.contains("toast--problem")) {
    toast.addEventListener("click", () => toast.remove());
    return;
  }
  let timer = setTimeout(() => toast.remove(), STAYS_MS);
  toast.addEventListener("pointerenter", () => clearTimeout(timer));
  toast.addEventListener("focusin", () => clearTimeout(timer));
  toast.addEventListener("pointerleave", () => (timer = setTimeout(() => toast.remove(), STAYS_MS)));
}

document.querySelectorAll("#messages > .toast").forEach(fade);
