// <input type="checkbox" data-select-all> ticks every box in sight within the nearest data-select-scope.
export function selectAll() {
  for (const all of document.querySelectorAll("[data-select-all]")) {
    const scope = all.closest("[data-select-scope]");
    if (!scope) continue;
    const boxes = () => [...scope.querySelectorAll("input[type=checkbox]:not([data-select-all])")].filter(isInSight);
    const reflect = () => {
      const some = boxes();
      const ticked = some.filter((box) => box.checked).length;
      all.checked = some.length > 0 && ticked === some.length;
      all.indeterminate = ticked > 0 && ticked < some.length;
    };
    all.closest("[hidden]")?.removeAttribute("hidden");
    all.addEventListener("change", () => {
      for (const box of boxes()) {
        if (box.checked === all.checked) continue;
        box.checked = all.checked;
        box.dispatchEvent(new Event("change", { bubbles: true }));
      }
    });
    scope.addEventListener("change", (event) => {
      if (event.target !== all) reflect();
    });
    scope.addEventListener("filtered", reflect);
    reflect();
  }
}

function isInSight(box) {
  return !box.disabled && !box.closest("[hidden]");
}
