// <form data-dirty>: leaving with unsaved typing is asked about by the browser. A form that came back refused is unsaved
// from the beginning.
export function askBeforeLeaving() {
  for (const form of document.querySelectorAll("form[data-dirty]")) {
    const saved = form.querySelector("[aria-invalid]") ? null : fingerprint(form);
    let isSending = false;
    form.addEventListener("submit", () => {
      isSending = true;
    });
    window.addEventListener("beforeunload", (event) => {
      if (!isSending && fingerprint(form) !== saved) event.preventDefault();
    });
  }
}

function fingerprint(form) {
  return JSON.stringify([...new FormData(form)].map(([name, value]) => [name, value instanceof File ? value.name : value]));
}
