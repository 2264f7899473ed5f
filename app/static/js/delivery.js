/* The delivery counts as opened after two visible seconds; and the print link. */
"use strict";

(function () {
  const SECONDS_SEEN = 2;
  const letter = document.querySelector("[data-opened]");
  let seen = 0;

  function token() {
    return JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
  }

  const clock = window.setInterval(function () {
    if (document.visibilityState !== "visible") { return; }
    seen += 1;
    if (seen >= SECONDS_SEEN) {
      window.clearInterval(clock);
      fetch(letter.dataset.opened, { method: "POST", headers: { "X-CSRFToken": token() }, keepalive: true });
    }
  }, 1000);

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.addEventListener("click", function () { window.print(); });
  });
})();
