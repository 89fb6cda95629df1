// <div data-paste="id">: a table pasted from Word, Excel or a web page is kept as plain markup in the hidden field, and
// shown in the text area as cells parted by tabs. Only the shape and the text of the table are taken over.
const LARGEST = 2_000_000;

export function pastedTables() {
  for (const box of document.querySelectorAll("[data-paste]")) {
    const area = document.getElementById(box.dataset.paste);
    const markup = box.querySelector("[data-paste-markup]");
    const note = box.querySelector("[data-paste-note]");
    if (!area || !markup) continue;
    area.addEventListener("paste", (event) => {
      const html = event.clipboardData?.getData("text/html") ?? "";
      const rows = html.length > LARGEST ? [] : tableRows(html);
      if (rows.length === 0) return;
      event.preventDefault();
      markup.value = asMarkup(rows);
      area.value = asText(rows);
      area.dispatchEvent(new Event("change", { bubbles: true }));
      const widest = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
      note.textContent = `A table of ${rows.length} rows and ${widest} columns was pasted.`;
    });
    // Text that is changed by hand is what counts.
    area.addEventListener("input", () => {
      markup.value = "";
      note.textContent = "";
    });
  }
}

// A document made by DOMParser runs nothing and loads nothing.
function tableRows(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const rows = [];
  for (const table of page.querySelectorAll("table")) {
    if (table.parentElement.closest("table")) continue;
    for (const row of table.rows) rows.push([...row.cells].map(readCell));
  }
  return rows;
}

function readCell(cell) {
  return { columns: span(cell.colSpan, 100), rows: span(cell.rowSpan, 1000), isHead: cell.matches("th"), lines: linesOf(cell) };
}

function span(number, most) {
  return Math.min(Math.max(number || 1, 1), most);
}

function linesOf(cell) {
  let text = "";
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) text += node.data.replace(/\s+/g, " ");
    if (node.nodeType !== Node.ELEMENT_NODE || /^(style|script|template)$/i.test(node.localName)) return;
    if (node.localName === "br") text += "\n";
    const isBlock = /^(p|div|li|ul|ol|tr|h[1-6]|table)$/.test(node.localName);
    if (isBlock) text += "\n";
    for (const child of node.childNodes) walk(child);
    if (isBlock) text += "\n";
  };
  for (const child of cell.childNodes) walk(child);
  return text.split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean);
}

function asMarkup(rows) {
  const draw = ({ columns, rows: high, isHead, lines }) => {
    const tag = isHead ? "th" : "td";
    const spans = (columns > 1 ? ` colspan="${columns}"` : "") + (high > 1 ? ` rowspan="${high}"` : "");
    return `<${tag}${spans}>${lines.map(escape).join("<br>")}</${tag}>`;
  };
  return `<table>${rows.map((row) => `<tr>${row.map(draw).join("")}</tr>`).join("")}</table>`;
}

function asText(rows) {
  return rows.map((row) => row.map((cell) => cell.lines.map((line) => line.replace(/[,;]$/, "")).join(", ") + "\t".repeat(cell.columns - 1)).join("\t")).join("\n");
}

function escape(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
