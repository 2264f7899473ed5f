/* Menus are <details>; here they also close on Escape, on a click elsewhere and when another opens. */
"use strict";

(function () {
  function closeOthers(keep) {
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (menu !== keep) { menu.open = false; }
    });
  }

  document.addEventListener("click", function (event) {
    closeOthers(event.target.closest("details.menu"));
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") { return; }
    const open = document.querySelector("details.menu[open]");
    if (open) {
      const inside = open.contains(document.activeElement);
      open.open = false;
      if (inside) { open.querySelector("summary").focus(); }
    }
  });

  document.addEventListener("focusin", function (event) {
    closeOthers(event.target.closest("details.menu"));
  });
})();
