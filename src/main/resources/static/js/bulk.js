// Selecting rows: [data-bulk] holds the list, [data-select] is a row's check box, [data-select-all] the one above them,
// [data-selected-count] shows how many, [data-bulk-bar] is there only while something is selected. Shift selects a range.
let last = null;

const boxes = (bulk) => [...bulk.querySelectorAll("[data-select]")];

function show(bulk) {
  const all = boxes(bulk);
  const chosen = all.filter((box) => box.checked).length;
  bulk.querySelectorAll("[data-selected-count]").forEach((place) => (place.textContent = chosen));
  bulk.querySelectorAll("[data-bulk-bar]").forEach((bar) => (bar.hidden = chosen === 0));
  bulk.querySelectorAll("[data-select-all]").forEach((box) => {
    box.checked = chosen > 0 && chosen === all.length;
    box.indeterminate = chosen > 0 && chosen < all.length;
  });
}

document.addEventListener("click", (event) => {
  const box = event.target.closest?.("[data-select]");
  const bulk = box?.closest("[data-bulk]");
  if (!bulk) return;
  const all = boxes(bulk);
  if (event.shiftKey && last && all.includes(last)) {
    const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
    all.slice(from, to + 1).forEach((between) => (between.checked = box.checked));
  }
  last = box;
  show(bulk);
});

document.addEventListener("change", (event) => {
  const bulk = event.target.closest?.("[data-bulk]");
  if (!bulk) return;
  if (event.target.matches("[data-select-all]")) boxes(bulk).forEach((box) => (box.checked = event.target.checked));
  show(bulk);
});

const showAll = () => document.querySelectorAll("[data-bulk]").forEach(show);
document.addEventListener("htmx:afterSettle", showAll);
document.addEventListener("okienko:refreshed", showAll);
showAll();
