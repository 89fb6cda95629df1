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
    let isTicking = false;
    all.addEventListener("change", () => {
      const isTicked = all.checked;
      isTicking = true;
      for (const box of boxes().filter((box) => box.checked !== isTicked)) {
        box.checked = isTicked;
        box.dispatchEvent(new Event("change", { bubbles: true }));
      }
      isTicking = false;
    });
    scope.addEventListener("change", (event) => {
      if (event.target !== all && !isTicking) reflect();
    });
    scope.addEventListener("filtered", reflect);
    reflect();
  }
}

function isInSight(box) {
  return !box.disabled && !box.closest("[hidden]");
}
