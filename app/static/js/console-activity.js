/* The sign of activity: counts the seconds really spent reading, searching and writing, and each
   minute, while the page is visible and somebody is at it, renews the hold on the brief. */
"use strict";

(function () {
  const main = document.querySelector("main[data-mine]");
  if (!main) { return; }
  const GAP = 60, BEAT = 60, AWAY = 300;
  const spent = { read: 0, search: 0, write: 0 };
  let phase = "read", last = Date.now(), lastBeat = 0, touched = Date.now();

  function phaseOf(target) {
    if (!(target instanceof Element)) { return phase; }
    if (target.closest("#tray")) { return "write"; }
    if (target.closest("#catalogue, #look-dialog")) { return "search"; }
    if (target.closest("#brief, #queue")) { return "read"; }
    return phase;
  }

  function note(event) {
    const now = Date.now();
    spent[phase] += Math.min(GAP, (now - last) / 1000);
    last = now;
    touched = now;
    phase = phaseOf(event.target);
  }

  function beat() {
    const form = document.getElementById("lease");
    if (!form) { return; }
    Object.keys(spent).forEach(function (name) {
      const whole = Math.floor(spent[name]);
      form.elements[name].value = whole;
      spent[name] -= whole;
    });
    lastBeat = Date.now();
    form.dispatchEvent(new CustomEvent("beat"));
  }

  function words(seconds) {
    return seconds >= 60 ? Math.floor(seconds / 60) + " m" : seconds + " s";
  }

  function tick() {
    const now = Date.now();
    if (!document.hidden && now - lastBeat >= BEAT * 1000 && now - touched < AWAY * 1000) { beat(); }
    const form = document.getElementById("lease");
    const place = form && form.querySelector("[data-lease-words]");
    if (!place) { return; }
    if (!form.endsAt) { form.endsAt = now + Number(form.dataset.left) * 1000; }
    const left = Math.max(0, Math.round((form.endsAt - now) / 1000));
    const said = left ? "yours " + words(left) : "hold lapsed: renew";
    if (place.textContent !== said) { place.textContent = said; }
  }

  ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"].forEach(function (name) {
    document.addEventListener(name, note, { passive: true, capture: true });
  });
  document.addEventListener("visibilitychange", function () {
    if (document.hidden) { note({ target: null }); } else { last = Date.now(); }
  });
  document.body.addEventListener("htmx:configRequest", function (event) {
    if (event.target.id === "send-form") { beat(); }
  });
  window.setInterval(tick, 5000);
})();
