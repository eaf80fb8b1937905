// Files: dropped anywhere on [data-drop] or chosen; while they are sent, the bar shows how far.
import { headers } from "./requests.js";
import { sayProblem } from "./messages.js";

for (const zone of document.querySelectorAll("[data-drop]")) {
  const input = zone.querySelector("input[type=file]");
  const names = zone.querySelector("[data-files]");
  zone.classList.add("drop--scripted");
  const list = () =>
    names.replaceChildren(...[...input.files].map((file) => Object.assign(document.createElement("li"), { textContent: file.name })));
  input.addEventListener("change", list);
  for (const kind of ["dragenter", "dragover"]) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.add("drop--over");
    });
  }
  for (const kind of ["dragleave", "drop"]) zone.addEventListener(kind, () => zone.classList.remove("drop--over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    list();
  });
  const form = zone.closest("form");
  if (form && !form.hasAttribute("hx-post")) form.addEventListener("submit", (event) => send(event, form, zone));
}

function send(event, form, zone) {
  event.preventDefault();
  const bar = zone.querySelector("progress");
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  // asks the server to keep the notice for the page that is opened next, see PageRendering
  request.setRequestHeader("X-Okienko-Upload", "true");
  for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
  bar.hidden = false;
  request.upload.addEventListener("progress", (sent) => sent.lengthComputable && (bar.value = (100 * sent.loaded) / sent.total));
  request.addEventListener("error", () => {
    bar.hidden = true;
    sayProblem("offline");
  });
  request.addEventListener("load", () => {
    if (request.status === 204) location.assign(request.responseURL);
    else {
      const answer = new DOMParser().parseFromString(request.responseText, "text/html").querySelector("main");
      if (answer) document.querySelector("main").replaceChildren(...answer.childNodes);
      else sayProblem("broken");
    }
  });
  request.send(new FormData(form, event.submitter));
}
