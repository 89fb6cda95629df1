// <details data-keep="name"> stays open or closed as it was left, for this visit.
// An address such as #preview-refused opens the details that it leads into.
export function keepDetails() {
  for (const details of document.querySelectorAll("details[data-keep]")) {
    const key = `open:${details.dataset.keep}`;
    try {
      const kept = sessionStorage.getItem(key);
      if (kept !== null) details.open = kept === "yes";
      details.addEventListener("toggle", () => sessionStorage.setItem(key, details.open ? "yes" : "no"));
    } catch {
      return; // storage is switched off
    }
  }
}

export function openTarget() {
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.matches("details")) at.open = true;
  };
  window.addEventListener("hashchange", open);
  open();
  for (const switcher of document.querySelectorAll("details.switcher")) {
    document.addEventListener("click", (event) => {
      if (!switcher.contains(event.target)) switcher.open = false;
    });
    switcher.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !switcher.open) return;
      switcher.open = false;
      switcher.querySelector("summary").focus();
    });
  }
}
