// An error summary takes the focus when the page opens.
export function focusFirst() {
  document.querySelector("[data-focus]:not(.example *)")?.focus();
}
