/* What is typed into the tray is kept in this browser until the server has confirmed it, so that
   neither a crash nor a lost connection loses a word; says in words how it stands. */
"use strict";

(function () {
  const main = document.querySelector("main[data-brief]");
  if (!main || !("mine" in main.dataset)) { return; }
  const prefix = "backroom:" + main.dataset.brief + ":" + main.dataset.reader + ":";

  function field(form) { return form.querySelector("textarea"); }
  function key(form) { return prefix + form.dataset.draft; }
  function mark(form) {
    const held = form.querySelector("[name=version], [name=seen]");
    return held ? held.value : "";
  }

  function read(form) {
    try { return JSON.parse(localStorage.getItem(key(form))); } catch (_error) { return null; }
  }
  function keep(form) {
    try { localStorage.setItem(key(form), JSON.stringify({ text: field(form).value, mark: mark(form) })); } catch (_error) { /* full or forbidden */ }
  }
  function drop(name) {
    try { localStorage.removeItem(name); } catch (_error) { /* forbidden */ }
  }

  function say(form, words) {
    const place = form.querySelector("[data-saved]");
    if (!place) { return; }
    const note = document.createElement("span");
    note.className = "unsaved";
    note.textContent = words;
    place.replaceChildren(note);
  }

  function count(form) {
    const place = form.querySelector("[data-count]");
    if (place) { place.textContent = field(form).value.length.toLocaleString("en-GB"); }
  }

  // A draft that the server has not seen comes back with the version it was begun on, so that a
  // change made elsewhere meanwhile is told and not overwritten.
  function restore(form) {
    const kept = read(form);
    if (!kept) { return; }
    if (kept.text.trim() === field(form).value.trim()) { drop(key(form)); return; }
    const held = form.querySelector("[name=version], [name=seen]");
    field(form).value = kept.text;
    if (held && kept.mark) { held.value = kept.mark; }
    count(form);
    say(form, "Kept on this device, saving…");
    field(form).dispatchEvent(new Event("input", { bubbles: true }));
  }

  function restoreAll() {
    document.querySelectorAll("form[data-draft]").forEach(restore);
  }

  document.addEventListener("input", function (event) {
    const form = event.target.closest("form[data-draft]");
    if (!form || event.target !== field(form)) { return; }
    keep(form);
    count(form);
    say(form, "Saving…");
  });

  document.body.addEventListener("htmx:configRequest", function (event) {
    const form = event.target.closest("form[data-draft]");
    if (form) { form.sentText = field(form).value; }
  });

  document.body.addEventListener("htmx:beforeSwap", function (event) {
    const form = event.detail.requestConfig && event.detail.requestConfig.elt;
    if (!form || !form.matches || !form.matches("form[data-draft]")) { return; }
    if (event.detail.xhr.status === 200 && field(form).value === form.sentText) { drop(key(form)); }
    if ([409, 422].includes(event.detail.xhr.status)) { drop(key(form)); }
  });

  ["htmx:sendError", "htmx:timeout"].forEach(function (name) {
    document.body.addEventListener(name, function (event) {
      const form = event.target.closest("form[data-draft]");
      if (form) { say(form, "No connection. Kept on this device."); }
    });
  });
  document.body.addEventListener("htmx:responseError", function (event) {
    const form = event.target.closest("form[data-draft]");
    if (form && ![409, 422].includes(event.detail.xhr.status)) { say(form, "Not saved. Kept on this device."); }
  });

  window.addEventListener("online", restoreAll);
  window.setInterval(function () {
    if (navigator.onLine) {
      document.querySelectorAll("form[data-draft]").forEach(function (form) {
        const place = form.querySelector(".unsaved");
        if (place && place.textContent.includes("Kept on this device")) { restore(form); }
      });
    }
  }, 15000);
  document.body.addEventListener("htmx:afterSettle", function (event) {
    if (event.detail.elt && event.detail.elt.id === "tray") { restoreAll(); }
  });

  document.addEventListener("click", function (event) {
    const link = event.target.closest("[data-drop-draft]");
    if (link) {
      event.preventDefault();
      drop(prefix + link.dataset.dropDraft);
      window.location.assign(link.href);
      window.location.reload();
    }
  });

  window.addEventListener("beforeunload", function (event) {
    const open = Array.from(document.querySelectorAll("form[data-draft]")).some(read);
    if (open && !navigator.onLine) { event.preventDefault(); }
  });

  // After htmx has taken up the page, so that what comes back is saved at once.
  document.addEventListener("DOMContentLoaded", restoreAll);
})();
