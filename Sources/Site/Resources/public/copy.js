// <button data-copy="id" hidden>: copies the value of the field with that id.
export function copyButtons() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    const said = document.querySelector(`[data-copied="${CSS.escape(button.dataset.copy)}"]`);
    if (!field) continue;
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        field.select();
        return;
      }
      button.textContent = "Copied";
      if (said) said.textContent = "Copied";
      setTimeout(() => {
        button.textContent = words;
        if (said) said.textContent = "";
      }, 3000);
    });
  }
}
