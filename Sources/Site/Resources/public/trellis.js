// Everything here only makes things quicker: each page works without it.
import { copyButtons } from "./copy.js";
import { keepDetails, openTarget } from "./details.js";
import { askBeforeLeaving } from "./dirty.js";
import { keepDrafts, openCellHelp } from "./draft.js";
import { filters } from "./filter.js";
import { focusFirst } from "./focus.js";
import { pastedTables } from "./paste.js";
import { printButtons } from "./print.js";
import { progress } from "./progress.js";
import { selectAll } from "./select-all.js";

keepDetails();
openTarget();
filters();
selectAll();
pastedTables();
copyButtons();
printButtons();
askBeforeLeaving();
keepDrafts();
openCellHelp();
progress();
focusFirst();
