// Ctrl-K: find an order, a customer, an area, or an action of this page.
import { keyOf } from "./keys.js";

const dialog = document.getElementById("palette");
const input = dialog?.querySelector("input");
const list = dialog?.querySelector("#palette-hits");
const WAIT_MS = 120;
let asked = null;
let timer = 0;

function open() {
  if (dialog.open) return;
  input.value = "";
  dialog.showModal();
  find();
}

async function find() {
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(`/palette?q=${encodeURIComponent(input.value)}`, {
      headers: { "HX-Request": "true" },
      signal: asked.signal,
    });
    if (!answer.ok || answer.redirected) return;
    list.innerHTML = await answer.text();
    const actions = pageActions();
    if (actions.length) list.querySelector(".palette__none")?.remove();
    list.append(...actions);
    [...list.querySelectorAll(".palette__hit")].forEach((hit, i) => (hit.id = `palette-hit-${i}`));
    choose(0);
  } catch (trouble) {
    if (trouble.name !== "AbortError") throw trouble;
  }
}

// whatever has a key on this page can be found by its name as well
function pageActions() {
  const wanted = input.value.trim().toLocaleLowerCase();
  return [...document.querySelectorAll("main [data-key], .aside [data-key]")]
    .filter((action) => action.matches("a, button") && action.getClientRects().length && !action.disabled)
    .map((action) => [action, (action.querySelector("span")?.textContent ?? action.textContent).trim()])
    .filter(([, label]) => label.toLocaleLowerCase().includes(wanted))
    .map(([action, label]) => {
      const hit = document.createElement("a");
      hit.className = "palette__hit";
      hit.href = "#";
      hit.tabIndex = -1;
      hit.setAttribute("role", "option");
      const icon = action.querySelector(".icon")?.cloneNode(true);
      if (icon) hit.append(icon);
      hit.append(Object.assign(document.createElement("span"), { className: "palette__title", textContent: label }));
      hit.append(Object.assign(document.createElement("kbd"), { textContent: action.dataset.key }));
      hit.addEventListener("click", (event) => {
        event.preventDefault();
        dialog.close();
        action.click();
      });
      return hit;
    });
}

const hits = () => [...list.querySelectorAll(".palette__hit")];
const chosen = () => hits().findIndex((hit) => hit.getAttribute("aria-selected") === "true");

function choose(index) {
  const all = hits();
  all.forEach((hit, i) => hit.setAttribute("aria-selected", String(i === index)));
  input.setAttribute("aria-activedescendant", all[index]?.id ?? "");
  all[index]?.scrollIntoView({ block: "nearest" });
}

if (dialog) {
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && keyOf(event).toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
  });
  document.addEventListener("click", (event) => event.target.closest?.('[data-open="palette"]') && open());
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, WAIT_MS);
  });
  input.addEventListener("keydown", (event) => {
    const count = hits().length;
    if (event.key === "ArrowDown") choose((chosen() + 1) % count);
    else if (event.key === "ArrowUp") choose((chosen() - 1 + count) % count);
    else if (event.key === "Enter") hits()[chosen()]?.click();
    else return;
    event.preventDefault();
  });
}
