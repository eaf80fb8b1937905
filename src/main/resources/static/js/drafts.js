// Nothing typed is lost: <textarea data-draft="order-7-note"> is kept in this tab until its form has been sent and answered.
const key = (field) => `draft:${field.dataset.draft}`;
const fields = (root) => [...root.querySelectorAll("[data-draft]")];

function restore(root) {
  for (const field of fields(root)) {
    const kept = sessionStorage.getItem(key(field));
    if (kept !== null && kept !== field.value && document.activeElement !== field) {
      field.value = kept;
      field.setAttribute("data-drafted", "");
    }
  }
}

document.addEventListener("input", (event) => {
  const field = event.target.closest?.("[data-draft]");
  if (!field) return;
  if (field.value) sessionStorage.setItem(key(field), field.value);
  else sessionStorage.removeItem(key(field));
});

// A sent form is marked; the draft goes when the next page shows that the server took it, not when it shows an error page.
document.addEventListener("submit", (event) => {
  const sent = fields(event.target).map(key);
  if (sent.length) sessionStorage.setItem("drafts:sent", JSON.stringify(sent));
});

function forgetSent() {
  for (const sent of JSON.parse(sessionStorage.getItem("drafts:sent") ?? "[]")) sessionStorage.removeItem(sent);
  sessionStorage.removeItem("drafts:sent");
}

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful && event.detail.requestConfig?.verb !== "get") forgetSent();
});
document.addEventListener("htmx:afterSettle", (event) => restore(event.target));

// an error or the sign-in page in between: not yet known whether it was taken
if (document.querySelector("[data-error-page], .shell--outside")) sessionStorage.removeItem("drafts:sent");
else forgetSent();
restore(document);
