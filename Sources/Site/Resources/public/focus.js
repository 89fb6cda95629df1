// An error summary takes the focus when the page opens; the open part of the navigation is scrolled into view.
export function focusFirst() {
  document.querySelector("[data-focus]:not(.example *)")?.focus();
  const current = document.querySelector(".sections [aria-current]");
  const strip = current?.closest(".sections");
  if (strip) strip.scrollLeft = current.offsetLeft - strip.clientWidth / 3;
}
