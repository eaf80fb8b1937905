// Requests by htmx: the CSRF token goes along, and whatever fails is said in the reader's language.
import { say, sayProblem } from "./messages.js";

const csrf = document.querySelector('meta[name="csrf"]');

export const headers = () => (csrf?.content ? { [csrf.dataset.header]: csrf.content } : {});

document.addEventListener("htmx:configRequest", (event) => Object.assign(event.detail.headers, headers()));

document.addEventListener("htmx:responseError", (event) => {
  const status = event.detail.xhr.status;
  if (status === 401) location.reload();
  else sayProblem(status === 403 ? "forbidden" : status === 419 ? "stale" : "broken");
});

document.addEventListener("htmx:sendError", () => sayProblem("offline"));
document.addEventListener("htmx:timeout", () => sayProblem("offline"));

// notices said while a fragment was made travel in the HX-Trigger header
document.addEventListener("notices", (event) => {
  const notices = Array.isArray(event.detail) ? event.detail : event.detail?.value ?? [];
  for (const notice of notices) say(notice.kind.toLowerCase(), notice.text, notice.undo);
});

// after a session has ended the server answers a fragment with the whole sign-in page: show it as a page
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.responseURL.includes("/sign-in") && !location.pathname.startsWith("/sign-in")) {
    event.detail.shouldSwap = false;
    location.reload();
  }
});
