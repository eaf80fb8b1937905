// Makes long choices short: <input data-filter-options=".term-row__field"> hides the options of those lists that have not the words
// typed in it. What is chosen stays.
document.addEventListener("input", (event) => {
  const typed = event.target.closest?.("[data-filter-options]");
  if (!typed) return;
  const words = typed.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  for (const option of document.querySelectorAll(`${typed.dataset.filterOptions} option`)) {
    const text = `${option.textContent} ${option.value} ${option.parentElement.label ?? ""}`.toLocaleLowerCase();
    option.hidden = !option.selected && !words.every((word) => text.includes(word));
  }
  for (const group of document.querySelectorAll(`${typed.dataset.filterOptions} optgroup`)) {
    group.hidden = [...group.children].every((option) => option.hidden);
  }
});
