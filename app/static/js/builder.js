// The builder: rows that can be dragged as well as moved by buttons; the phone follows each save.
"use strict";

(() => {
  const form = document.querySelector("[data-draft]");
  if (!form) return;

  const press = (value) => {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "do";
    field.value = value;
    form.append(field);
    form.submit();
  };

  for (const list of form.querySelectorAll("[data-rows]")) {
    const grips = [...list.children].map((row) => row.querySelector("[data-grip]"));
    if (!window.Sortable || !grips.length || grips.some((grip) => !grip)) continue;
    for (const grip of grips) grip.hidden = false;
    window.Sortable.create(list, {
      handle: "[data-grip]",
      group: list.dataset.across || undefined,
      animation: 0,
      onEnd: ({ from, to, oldIndex, newIndex }) => {
        if (from === to && oldIndex === newIndex) return;
        press(`move:${from.dataset.rows}.${oldIndex}:${to.dataset.rows}.${newIndex}`);
      },
    });
  }

  const preview = document.querySelector("[data-preview]");
  document.body.addEventListener("htmx:afterOnLoad", () => {
    if (preview) preview.contentWindow.location.reload();
  });
})();
