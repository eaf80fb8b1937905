// Keeps parts of the page fresh: <section data-live="board" hx-get="/board/numbers">. The server's stream names what changed,
// the part is fetched again and morphed. A hidden tab lets its connection go and catches up when it is looked at.
import { morph } from "./morph.js";

const HEARTBEAT_MS = 40_000; // the server's heart beats every 15 s
const HIDDEN_MS = 5_000;
const STALE_MS = 3_000; // shorter gaps are not worth a word

let position = document.querySelector('meta[name="live"]')?.content ?? "";
let stream = null;
let watched = "";
let pulse = 0;
let stale = 0;
const state = document.getElementById("live-state");

const parts = () => [...document.querySelectorAll("[data-live]")];
const topicsOf = (part) => part.dataset.live.split(/\s+/).filter(Boolean);
const topics = () => [...new Set(parts().flatMap(topicsOf))].sort().join(",");

function connect() {
  close();
  watched = topics();
  if (!watched || document.hidden) return;
  stream = new EventSource(`/live?topics=${encodeURIComponent(watched)}&since=${encodeURIComponent(position)}`);
  stream.onopen = fresh;
  stream.onerror = lost;
  stream.addEventListener("beat", fresh);
  stream.addEventListener("changed", (event) => {
    fresh();
    position = event.lastEventId;
    const changed = new Set(event.data.split(" "));
    parts().filter((part) => topicsOf(part).some((topic) => changed.has(topic))).forEach(refetch);
  });
  stream.addEventListener("resync", (event) => {
    fresh();
    position = event.lastEventId;
    parts().forEach(refetch);
  });
}

function close() {
  stream?.close();
  stream = null;
  clearTimeout(pulse);
}

function fresh() {
  clearTimeout(stale);
  stale = 0;
  if (state && !state.hidden) state.hidden = true;
  clearTimeout(pulse);
  pulse = setTimeout(() => {
    lost();
    connect();
  }, HEARTBEAT_MS);
}

function lost() {
  if (!stale) stale = setTimeout(() => state && (state.hidden = false), STALE_MS);
  // a refused stream is not tried again by the browser itself
  if (stream?.readyState === EventSource.CLOSED) {
    clearTimeout(pulse);
    pulse = setTimeout(connect, STALE_MS);
  }
}

async function refetch(part) {
  const address = part.getAttribute("hx-get");
  if (!address) return;
  if (part.dataset.fetching) {
    part.dataset.fetching = "again";
    return;
  }
  part.dataset.fetching = "yes";
  try {
    const answer = await fetch(address, { headers: { "HX-Request": "true", "X-Okienko-Live": "true" } });
    if (answer.redirected && answer.url.includes("/sign-in")) location.reload();
    else if (answer.ok && answer.status !== 204) {
      morph(part, await answer.text());
      part.dispatchEvent(new CustomEvent("okienko:refreshed", { bubbles: true }));
    }
  } catch {
    lost();
  } finally {
    const again = part.dataset.fetching === "again";
    delete part.dataset.fetching;
    if (again) refetch(part);
  }
}

let hiding = 0;
document.addEventListener("visibilitychange", () => {
  clearTimeout(hiding);
  if (document.hidden) hiding = setTimeout(close, HIDDEN_MS);
  else if (!stream) connect();
});
window.addEventListener("pagehide", close);
window.addEventListener("pageshow", (event) => event.persisted && connect());
document.addEventListener("htmx:afterSettle", () => topics() !== watched && connect());

connect();
