// <div data-progress-url="…"><progress>…<p role="status">: asks every second how far it is, and goes on when it is done.
export function progress() {
  for (const part of document.querySelectorAll("[data-progress-url]")) ask(part, 0);
}

async function ask(part, failures) {
  let wait = 1000;
  try {
    const answer = await fetch(part.dataset.progressUrl, { headers: { accept: "application/json" }, cache: "no-store" });
    if (!answer.ok) throw new Error(String(answer.status));
    const { done, total, words, next } = await answer.json();
    if (next) {
      location.assign(next);
      return;
    }
    const bar = part.querySelector("progress");
    bar.max = Math.max(total, 1);
    bar.value = done;
    const said = part.querySelector("[role=status]");
    if (said.textContent !== words) said.textContent = words;
    failures = 0;
  } catch {
    failures += 1;
    wait = Math.min(1000 * 2 ** failures, 15000);
    if (failures > 6) {
      part.querySelector("[role=status]").textContent = "The page has lost its connection. Load it again to see how far it is.";
      return;
    }
  }
  setTimeout(() => ask(part, failures), wait);
}
