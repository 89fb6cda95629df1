// <div data-draft-url="…"> in a form: keeps what is typed as a draft a few seconds after the last key, and says when. It
// carries the form's `id` and, once something is kept, its `version`. The buttons do the same without it.
const REST = 3000;

export function keepDrafts() {
  for (const part of document.querySelectorAll("[data-draft-url]")) {
    const form = part.closest("form");
    if (form) begin(form, part.dataset.draftUrl, part.querySelector("[data-draft-status]"));
  }
}

function begin(form, address, status) {
  let kept = body(form);
  let timer = 0;
  let isSending = false;
  let isLeaving = false;

  const keep = async () => {
    const now = body(form);
    if (isLeaving || isSending || now === kept) return;
    isSending = true;
    try {
      const answer = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
        body: now,
        cache: "no-store",
      });
      const told = await answer.json();
      if (answer.ok && told.version) setVersion(form, told.version);
      if (told.words) status.textContent = told.words;
      if (answer.ok) kept = body(form) === withVersion(now, form) ? body(form) : kept;
    } catch {
      status.textContent = "Not kept: there is no connection. It is tried again when you go on typing.";
    }
    isSending = false;
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, REST);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", () => {
    isLeaving = true;
    clearTimeout(timer);
  });
  window.addEventListener("beforeunload", (event) => {
    if (!isLeaving && body(form) !== kept) event.preventDefault();
  });
}

function body(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  return fields.toString();
}

function withVersion(sent, form) {
  const fields = new URLSearchParams(sent);
  const version = form.querySelector("input[name=version]");
  if (!version) return sent;
  const own = new URLSearchParams(body(form));
  const rest = [...fields].filter(([name]) => name !== "version").map(String);
  const now = [...own].filter(([name]) => name !== "version").map(String);
  return rest.join("&") === now.join("&") ? own.toString() : sent;
}

function setVersion(form, version) {
  let field = form.querySelector("input[name=version]");
  if (!field) {
    field = document.createElement("input");
    field.type = "hidden";
    field.name = "version";
    form.append(field);
  }
  field.value = version;
}

// <details data-cell="id of a box">: the help of the cell whose box is looked at stands open, at hand.
export function openCellHelp() {
  const atHand = document.querySelector("[data-cell-at-hand]");
  if (!atHand) return;
  for (const help of document.querySelectorAll("details[data-cell]")) {
    const home = help.parentElement === atHand ? null : help.parentElement;
    document.getElementById(help.dataset.cell)?.addEventListener("focus", () => {
      for (const other of [...atHand.children]) {
        if (other === help) continue;
        other.open = false;
        (other.home ?? document.querySelector(".cell-helps > details > div"))?.append(other);
      }
      if (home) help.home = home;
      atHand.append(help);
      help.open = true;
    });
  }
}
