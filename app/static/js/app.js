/* What every page does once htmx is here: says that it is busy, puts the focus on what went wrong,
   and tells in words when the connection is gone. Nothing here is needed to use a page. */
"use strict";

(function () {
  const QUIET_MS = 40;   // htmx settles 20 ms after a swap
  let running = 0;

  document.documentElement.classList.add("js");

  function settleSoon() {
    window.setTimeout(function () {
      document.body.classList.toggle("htmx-settled", running === 0);
    }, QUIET_MS);
  }

  // An error piece may have been swapped into its place instead of over it: keep one #problems.
  function keepOneProblem() {
    const inner = document.querySelector("#problems #problems");
    if (inner) { inner.parentElement.closest("#problems").replaceWith(inner); }
  }

  function focusProblem(place) {
    keepOneProblem();
    const problem = place.id === "problems"
      ? document.querySelector("#problems[role=alert]")
      : place.matches(".error-summary") ? place : place.querySelector(".error-summary");
    if (problem) { problem.focus(); }
  }

  // Counted by the request itself: an element that is gone by then tells nobody of its end.
  document.body.addEventListener("htmx:beforeRequest", function (event) {
    running += 1;
    document.body.classList.remove("htmx-settled");
    event.detail.xhr.addEventListener("loadend", function () {
      running -= 1;
      settleSoon();
    });
    if (!event.target.closest("[data-quiet]") && event.detail.target) {
      event.detail.target.setAttribute("aria-busy", "true");
    }
  });

  document.body.addEventListener("htmx:afterRequest", function (event) {
    if (event.detail.target) { event.detail.target.removeAttribute("aria-busy"); }
    settleSoon();
  });

  document.body.addEventListener("htmx:afterSettle", function (event) {
    focusProblem(event.detail.elt);
    settleSoon();
  });

  ["htmx:sendError", "htmx:timeout"].forEach(function (name) {
    document.body.addEventListener(name, function (event) {
      if (event.target.closest("[data-quiet]")) { return; }
      document.body.dispatchEvent(new CustomEvent("toast", {
        detail: { kind: "bad", message: "No connection. What you typed is still here; try again in a moment." },
      }));
    });
  });

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-close-problem]")) {
      const empty = document.createElement("div");
      empty.className = "problems";
      empty.id = "problems";
      document.getElementById("problems").replaceWith(empty);
    }
  });

  settleSoon();
})();
