/* Small things of the panes: the quick look opens as a dialog, the filter menu stays open while filters
   are chosen, the chosen answers are named, and a phone's tabs switch panes without a trip. */
"use strict";

(function () {
  const dialog = document.getElementById("look-dialog");
  const main = document.querySelector("main.panes");
  let filtersOpen = false;

  document.body.addEventListener("htmx:afterSwap", function (event) {
    if (event.detail.target && event.detail.target.id === "look" && !dialog.open) { dialog.showModal(); }
  });

  document.body.addEventListener("htmx:afterRequest", function (event) {
    if (event.detail.successful && event.target.closest && event.target.closest("[data-closes-look]")) { dialog.close(); }
  });

  dialog.addEventListener("click", function (event) {
    if (event.target === dialog) { dialog.close(); }
  });
  dialog.addEventListener("close", function () {
    const item = document.querySelector("#look [data-item]");
    const link = item && document.querySelector("#item-" + item.dataset.item + " .tile-title a");
    if (link) { link.focus(); }
  });

  document.body.addEventListener("htmx:beforeRequest", function () {
    const menu = document.getElementById("filter-menu");
    filtersOpen = Boolean(menu && menu.open && menu.contains(document.activeElement));
  });
  document.body.addEventListener("htmx:oobAfterSwap", function (event) {
    const menu = document.getElementById("filter-menu");
    if (filtersOpen && menu && event.detail.target && event.detail.target.id === "found") { menu.open = true; }
  });

  document.addEventListener("change", function (event) {
    const drivers = event.target.closest(".drivers");
    if (!drivers) { return; }
    const named = Array.from(drivers.querySelectorAll(":checked")).map(function (box) {
      return box.parentElement.textContent.trim();
    });
    drivers.querySelector("summary span").textContent = named.length ? "From: " + named.join(", ") : "From which answer?";
  });

  document.addEventListener("click", function (event) {
    const tab = event.target.closest(".dock a[data-pane]");
    if (!tab || event.ctrlKey || event.metaKey) { return; }
    event.preventDefault();
    main.dataset.view = tab.dataset.pane;
    document.querySelectorAll(".dock a").forEach(function (other) {
      if (other === tab) { other.setAttribute("aria-current", "true"); } else { other.removeAttribute("aria-current"); }
    });
    const shown = new URL(window.location.href);
    shown.searchParams.set("pane", tab.dataset.pane);
    shown.hash = "";
    window.history.replaceState(window.history.state, "", shown);
  });
})();
