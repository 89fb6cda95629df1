// Everything here only makes things quicker: each page works without it.
import { focusFirst } from "./focus.js";
import { printButtons } from "./print.js";
import { selectAll } from "./select-all.js";
import { askBeforeLeaving } from "./dirty.js";

focusFirst();
printButtons();
selectAll();
askBeforeLeaving();
