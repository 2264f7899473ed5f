/* A Send that is not possible yet says why: the list of what is missing takes the focus. */
"use strict";

(function () {
  document.addEventListener("click", function (event) {
    const button = event.target.closest("#send-button[aria-disabled=true]");
    if (!button) { return; }
    event.preventDefault();
    event.stopPropagation();
    const list = document.getElementById("todo");
    const first = list.querySelector(".open a, .open summary");
    (first || list).focus();
  }, true);

  // A link of the list leads to a place to write in; put the cursor there.
  document.addEventListener("click", function (event) {
    const link = event.target.closest("#todo a[href^='#']");
    const place = link && document.querySelector(link.getAttribute("href"));
    if (!place) { return; }
    event.preventDefault();
    place.scrollIntoView({ block: "nearest" });
    if (place.matches("textarea")) { place.focus(); return; }
    const inside = place.querySelector("textarea, button");
    (inside || document.getElementById("q")).focus();
  });
})();
