/* Shortcuts: quiet while somebody types, off where the member turned them off. Each one presses a
   control that is on the page, so that a key does nothing a button could not. */
"use strict";

(function () {
  const main = document.querySelector("main.panes");
  const sheet = document.getElementById("keys");
  const opener = document.getElementById("show-keys");
  if (opener) {
    opener.hidden = false;
    opener.addEventListener("click", function () { sheet.showModal(); });
  }
  if (!main || !("keys" in main.dataset) || typeof tinykeys === "undefined") { return; }

  function isTyping(target) {
    return target instanceof Element && Boolean(target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]"));
  }
  function isBusy() { return Boolean(document.querySelector("dialog[open]")); }
  function press(selector) {
    const control = document.querySelector(selector);
    if (control) { control.click(); }
    return Boolean(control);
  }
  function show(pane) { main.dataset.view = pane; }

  function quiet(act) {
    return function (event) {
      if (isTyping(event.target) || isBusy() || event.ctrlKey || event.metaKey || event.altKey) { return; }
      event.preventDefault();
      act(event);
    };
  }

  function links() { return Array.from(document.querySelectorAll("#results .tile-title a")); }
  function tile() {
    const at = document.activeElement && document.activeElement.closest(".tile, .slot");
    return at || null;
  }
  function move(step) {
    const all = links();
    if (!all.length) { return; }
    const here = tile();
    const now = here ? all.indexOf(here.querySelector(".tile-title a")) : -1;
    const next = all[Math.min(all.length - 1, Math.max(0, now + step))];
    next.focus();
    next.closest(".tile").scrollIntoView({ block: "nearest" });
  }
  function firstTile() { return tile() || document.querySelector("#results .tile"); }

  function add() {
    const button = firstTile() && firstTile().querySelector(".tile-add[name=add]");
    if (button) { button.click(); }
  }
  function put(place) {
    const at = tile();
    const form = document.getElementById("picks");
    if (!at || !form || !form.elements.place) { return; }
    const button = document.createElement("button");
    button.name = "add";
    button.value = at.dataset.item;
    button.hidden = true;
    form.append(button);
    form.elements.place.value = place;
    button.click();
    form.elements.place.value = "";
    button.remove();
  }
  function remove() {
    const at = tile();
    const button = at && at.querySelector("button[name=remove]");
    if (button) { button.click(); }
  }
  function reason() {
    const at = tile();
    const own = at && document.getElementById("why-" + at.dataset.item);
    const empty = Array.from(document.querySelectorAll("#slots textarea")).find(function (area) { return !area.value.trim(); });
    const field = own || empty || document.querySelector("#slots textarea");
    if (field) { show("tray"); field.focus(); }
  }

  const keys = {
    "/": quiet(function () { show("catalogue"); const q = document.getElementById("q"); q.focus(); q.select(); }),
    j: quiet(function () { move(1); }),
    k: quiet(function () { move(-1); }),
    a: quiet(add),
    x: quiet(remove),
    r: quiet(reason),
    p: quiet(function () { press("#preview"); }),
    z: quiet(function () { press("#toasts form[action$='/undo'] button") || press("#undo"); }),
    "Shift+?": quiet(function () { sheet.showModal(); }),
    "?": quiet(function () { if (!sheet.open) { sheet.showModal(); } }),
    "$mod+Enter": function (event) {
      if (isBusy()) { return; }
      event.preventDefault();
      press("#send-button");
    },
  };
  for (let place = 1; place <= 9; place += 1) {
    keys[String(place)] = quiet(function () { put(place); });
  }
  tinykeys.tinykeys(window, keys, { ignore: function () { return false; } });

  // Escape leaves the search box for its first result.
  document.addEventListener("keydown", function (event) {
    if (event.target.id === "q" && (event.key === "ArrowDown" || event.key === "Escape")) {
      event.preventDefault();
      move(1);
    }
  });
})();
