// Changes a part of the page into what the server sent, touching only what differs, so that focus, typed text, open menus,
// selection and scroll stay where they are. Elements are matched by id, else by place and name.

export function morph(element, html) {
  const pattern = document.createElement("template");
  pattern.innerHTML = html;
  // the server may send the part itself, a whole page with the part in it, or only what is in the part
  const sent = element.id ? pattern.content.querySelector(`#${CSS.escape(element.id)}`) : null;
  if (sent) attributes(element, sent);
  children(element, sent ?? pattern.content);
  window.htmx?.process(element);
}

function children(now, wanted) {
  let place = now.firstChild;
  for (const next of [...wanted.childNodes]) {
    const match = find(now, place, next);
    if (!match) {
      now.insertBefore(document.importNode(next, true), place);
      continue;
    }
    if (match !== place) now.insertBefore(match, place);
    else place = place.nextSibling;
    node(match, next);
  }
  while (place) {
    const gone = place;
    place = place.nextSibling;
    if (!holdsTyping(gone)) gone.remove();
  }
}

function find(parent, place, wanted) {
  if (wanted.id) {
    return [...parent.children].find((child) => child.id === wanted.id) ?? null;
  }
  return place && place.nodeType === wanted.nodeType && place.nodeName === wanted.nodeName && !place.id ? place : null;
}

function node(now, wanted) {
  if (now.nodeType !== Node.ELEMENT_NODE) {
    if (now.nodeValue !== wanted.nodeValue) now.nodeValue = wanted.nodeValue;
    return;
  }
  if (now.isEqualNode(wanted) || isBeingTyped(now)) return;
  attributes(now, wanted);
  children(now, wanted);
}

// what a person did to the page is not in the server's answer and must survive it
const THEIRS = new Set(["open", "data-cursor", "data-drafted"]);

function attributes(now, wanted) {
  for (const { name } of [...now.attributes]) {
    if (!wanted.hasAttribute(name) && !THEIRS.has(name)) now.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  }
}

const isField = (element) => element.matches?.("input, textarea, select");

function isBeingTyped(element) {
  if (!isField(element)) return false;
  return element === document.activeElement || element.value !== (element.defaultValue ?? element.value);
}

function holdsTyping(element) {
  if (element.nodeType !== Node.ELEMENT_NODE) return false;
  return [element, ...element.querySelectorAll("input, textarea")].some(
    (field) => isField(field) && field.type !== "checkbox" && isBeingTyped(field),
  );
}
