/* Toasts: those the page came with, those put into #toasts by a swap, and those an answer announces
   (event `toast` with message, kind, seconds, action {url, label}). Each stays at least six seconds and
   waits while it is pointed at or holds the focus; a deadline is counted down as it really runs. */
"use strict";

(function () {
  const SHORTEST = 6;
  const PER_LETTER = 0.07;
  const region = document.getElementById("toasts");

  function piece(id) {
    return document.getElementById(id).content.firstElementChild.cloneNode(true);
  }

  function build(what) {
    const pattern = document.getElementById("toast-" + (what.kind || "ok")) ? "toast-" + (what.kind || "ok") : "toast-ok";
    const toast = piece(pattern);
    const close = toast.querySelector(".toast-close");
    toast.querySelector(".toast-text").textContent = what.message || what.value || "";
    if (what.seconds) {
      toast.dataset.seconds = what.seconds;
      close.before(piece("toast-deadline"));
    }
    if (what.action) {
      const form = piece("toast-action");
      form.action = what.action.url;
      form.querySelector("button").textContent = what.action.label;
      close.before(form);
    }
    return toast;
  }

  function isHeld(toast) {
    return toast.matches(":hover") || toast.contains(document.activeElement);
  }

  function lifetime(toast) {
    const words = toast.querySelector(".toast-text").textContent.length;
    return Number(toast.dataset.seconds) || Math.max(SHORTEST, Math.ceil(words * PER_LETTER));
  }

  function start(toast) {
    const left = toast.querySelector("[data-left]");
    const close = toast.querySelector(".toast-close");
    const end = Date.now() + lifetime(toast) * 1000;
    let spare = lifetime(toast);
    if (close) {
      close.hidden = false;
      close.addEventListener("click", function () { toast.remove(); });
    }
    function countDown() {
      const remaining = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      if (left) { left.textContent = remaining + " s"; }
      return remaining;
    }
    countDown();
    const ticking = window.setInterval(function () {
      const remaining = countDown();
      if (!isHeld(toast)) { spare -= 1; }
      const over = left ? remaining === 0 && !isHeld(toast) : spare <= 0;
      if (over || !toast.isConnected) {
        window.clearInterval(ticking);
        toast.remove();
      }
    }, 1000);
  }

  function startOnce(toast) {
    if (!toast.dataset.started) {
      toast.dataset.started = "yes";
      start(toast);
    }
  }

  region.querySelectorAll(".toast").forEach(startOnce);
  new MutationObserver(function () {
    region.querySelectorAll(".toast").forEach(startOnce);
  }).observe(region, { childList: true, subtree: true });

  document.body.addEventListener("toast", function (event) {
    region.append(build(event.detail));
  });

  document.addEventListener("keydown", function (event) {
    const toast = event.key === "Escape" && document.activeElement.closest(".toast");
    if (toast) { toast.remove(); }
  });
})();
