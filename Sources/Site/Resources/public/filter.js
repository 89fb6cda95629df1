// <div data-filter="id" data-noun="pupils">: narrows the rows of a table or the items of lists while one types.
// Nothing is sent. Accents, case and the order of words do not matter.
export function filters() {
  for (const box of document.querySelectorAll("[data-filter]")) {
    const target = document.getElementById(box.dataset.filter);
    const input = box.querySelector("input[type=search]");
    if (!target || !input) continue;
    begin(box, input, target);
  }
}

function begin(box, input, target) {
  box.hidden = false;
  box.querySelector("[data-without-script]")?.remove();
  const output = box.querySelector("output");
  const rows = rowsOf(target).map((row) => ({ row, text: plain(row.dataset.words ?? row.textContent) }));
  const narrow = () => {
    const words = plain(input.value).split(" ").filter(Boolean);
    let left = 0;
    for (const { row, text } of rows) {
      const stays = words.every((word) => text.includes(word));
      if (row.hidden === stays) row.hidden = !stays;
      if (stays) left += 1;
    }
    foldHeadings(target);
    output.textContent = words.length ? `${left} of ${rows.length} ${box.dataset.noun}` : `${rows.length} ${box.dataset.noun}`;
    target.dispatchEvent(new Event("filtered", { bubbles: true }));
  };
  input.addEventListener("input", narrow);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
    if (event.key === "Escape" && input.value) {
      event.preventDefault();
      input.value = "";
      narrow();
    }
  });
  narrow();
}

function rowsOf(target) {
  if (target.matches("table")) return [...target.querySelectorAll("tbody tr:not(.section)")];
  const items = target.querySelectorAll("section li");
  return items.length > 0 ? [...items] : [...target.children];
}

// A heading with nothing left under it is folded away.
function foldHeadings(target) {
  for (const heading of target.querySelectorAll("tr.section")) {
    heading.hidden = heading.parentElement.querySelector("tr:not(.section):not([hidden])") === null;
  }
  for (const section of target.querySelectorAll("section")) {
    section.hidden = section.querySelector("li:not([hidden])") === null;
  }
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ł/gi, "l").replace(/ø/gi, "o").toLowerCase().replace(/[\s’'.,-]+/g, " ").trim();
}
