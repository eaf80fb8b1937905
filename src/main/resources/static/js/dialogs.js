// Dialogs open by data-open="id"; menus close when one clicks elsewhere or presses Escape; choices send themselves.
document.addEventListener("click", (event) => {
  const opener = event.target.closest?.("[data-open]");
  const dialog = opener && document.getElementById(opener.dataset.open);
  if (dialog instanceof HTMLDialogElement && !dialog.open && dialog.id !== "palette") dialog.showModal();
  const closer = event.target.closest?.("[data-close]");
  if (closer) closer.closest("dialog")?.close();
  // a click on the backdrop hits the dialog itself
  if (event.target instanceof HTMLDialogElement && !event.target.querySelector("[data-draft]")) event.target.close();
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

for (const form of document.querySelectorAll("form[data-choose]")) {
  form.querySelectorAll("button:not([type=button])").forEach((button) => (button.hidden = true));
  form.addEventListener("change", () => form.requestSubmit());
}

// a second click on a slow button must not send the form twice
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method === "dialog") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 3000);
});
