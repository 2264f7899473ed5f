/* The intake's small comforts; each page works without them. Shows and hides questions as answers on the
   same page change, letters choose, Enter continues, one press sends once, Back shows what is stored. */
"use strict";

(function () {
  const form = document.querySelector("form[data-intake]");
  if (!form) { return; }
  const go = document.querySelector("[data-continue]");
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const switcher = document.querySelector("[data-letters]");
  let isSent = false;

  function answersTo(key) {
    const box = form.querySelector("[data-key='" + key + "']");
    if (!box) { return null; }
    if (box.hidden) { return []; }
    return Array.from(form.querySelectorAll("[name='q_" + key + "']"))
      .filter(function (input) { return !/^(radio|checkbox)$/.test(input.type) || input.checked; })
      .map(function (input) { return input.value; });
  }

  /* A condition on an earlier page has been met already, or this question would not be here. */
  function applies(wish) {
    return Object.keys(wish).every(function (key) {
      const given = answersTo(key);
      return given === null || given.some(function (value) { return wish[key].includes(value); });
    });
  }

  function refresh() {
    form.querySelectorAll("[data-show-if]").forEach(function (box) {
      box.hidden = !applies(JSON.parse(box.dataset.showIf));
    });
    const seen = form.querySelector("[name=seen]");
    if (seen) {
      seen.value = Array.from(form.querySelectorAll("[data-key]:not([hidden])"))
        .map(function (box) { return box.dataset.key; }).join(" ");
    }
  }

  function isTyping(target) {
    return target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
  }

  /* Letters act where the focus is: in a group of choices, or in the page's first one when it is nowhere. */
  function groupFor(target) {
    const inside = target.closest(".choice-field");
    if (inside) { return inside; }
    return target === document.body ? form.querySelector("[data-key]:not([hidden]) .choice-field") : null;
  }

  function lettersAreOn() {
    return window.localStorage.getItem("letters") !== "off";
  }

  /* Single letters can be turned off, for those who speak to their computer. */
  function showSwitcher() {
    const first = form.querySelector("[data-key]:not([hidden]) .choice-field");
    const count = first ? first.querySelectorAll(".choice").length : 0;
    switcher.hidden = count < 2 || count > letters.length || !window.matchMedia("(hover: hover)").matches;
    if (switcher.hidden) { return; }
    const range = "A–" + letters[count - 1].toUpperCase();
    switcher.textContent = "Keys " + range + (lettersAreOn() ? " choose" : " are off");
    switcher.setAttribute("aria-pressed", String(lettersAreOn()));
  }

  function choose(event) {
    const group = lettersAreOn() && groupFor(event.target);
    const place = letters.indexOf(event.key.toLowerCase());
    const input = group && place >= 0 && group.querySelectorAll(".choice input")[place];
    if (!input || input.disabled) { return; }
    event.preventDefault();
    input.focus();
    input.click();
  }

  function pressed(event) {
    if (event.defaultPrevented || event.altKey || event.metaKey) { return; }
    if (event.key === "Enter") {
      const long = event.target.matches("textarea");
      if (event.target.matches("button, a, summary") || (long && !event.ctrlKey)) { return; }
      event.preventDefault();
      form.requestSubmit(go);
    } else if (event.key.length === 1 && !event.ctrlKey && !isTyping(event.target)) {
      choose(event);
    }
  }

  if (switcher) {
    switcher.addEventListener("click", function () {
      window.localStorage.setItem("letters", lettersAreOn() ? "off" : "on");
      showSwitcher();
    });
    showSwitcher();
  }
  form.addEventListener("change", refresh);
  document.addEventListener("keydown", pressed);
  form.addEventListener("submit", function (event) {
    if (isSent) { event.preventDefault(); }
    isSent = true;
  });
  window.addEventListener("pageshow", function (event) {
    isSent = false;
    if (event.persisted) { window.location.reload(); }
  });
  document.querySelectorAll("[data-enter]").forEach(function (hint) { hint.hidden = false; });
  refresh();
})();
