// A button that copies the value of the field it names; without JavaScript the field itself can be selected.
const SHOWN_MS = 2000;

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const label = button.querySelector("span");
  const words = label.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    label.textContent = button.dataset.copied;
    setTimeout(() => (label.textContent = words), SHOWN_MS);
  });
}
