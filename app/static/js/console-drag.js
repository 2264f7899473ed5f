/* Picks are dragged by their grip; the new order is posted like a press of the arrows. */
"use strict";

(function () {
  function start() {
    const list = document.getElementById("slots");
    if (!list || list.dataset.drags || typeof Sortable === "undefined") { return; }
    list.dataset.drags = "yes";
    Sortable.create(list, {
      handle: ".grip",
      animation: window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 140,
      onEnd: function (event) {
        if (event.oldIndex === event.newIndex) { return; }
        const form = document.getElementById("order");
        form.elements.order.value = Array.from(list.children).map(function (row) {
          return row.dataset.item;
        }).join(",");
        form.dispatchEvent(new CustomEvent("reordered"));
      },
    });
  }

  start();
  document.body.addEventListener("htmx:afterSettle", start);
})();
