/* Choice cards with a limit: says how many are chosen and stops at the limit. The server checks as well. */
"use strict";

(function () {
  function count(group) {
    const boxes = Array.from(group.querySelectorAll("input[type=checkbox]"));
    const chosen = boxes.filter(function (box) { return box.checked; }).length;
    const limit = Number(group.dataset.max) || Infinity;
    const words = group.querySelector("[data-count]");
    if (words) { words.textContent = chosen ? chosen + " chosen" : ""; }
    boxes.forEach(function (box) { box.disabled = !box.checked && chosen >= limit; });
  }

  document.querySelectorAll("fieldset[data-max]").forEach(count);
  document.addEventListener("change", function (event) {
    const group = event.target.closest("fieldset[data-max]");
    if (group) { count(group); }
  });
  document.addEventListener("htmx:afterSettle", function () {
    document.querySelectorAll("fieldset[data-max]").forEach(count);
  });
})();
