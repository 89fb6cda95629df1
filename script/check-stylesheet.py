"""That the braces of the stylesheets balance: browsers pass over a wrong one without a word, and with it the rules that
follow. Says each offence with its place; exit status 1 if there is any."""
import pathlib
import re
import sys

# Braces in comments and in quoted text are no braces of rules.
PASSED_OVER = re.compile(r"/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.S)

offences = []
for path in sorted(pathlib.Path("Sources").rglob("*.css")):
    text = PASSED_OVER.sub(lambda match: "\n" * match.group().count("\n"), path.read_text(encoding="utf-8"))
    opened = []
    for number, line in enumerate(text.splitlines(), 1):
        for brace in re.findall(r"[{}]", line):
            if brace == "{":
                opened.append(number)
            elif opened:
                opened.pop()
            else:
                offences.append(f"{path}:{number}: this brace closes nothing; one before it is too many, or one is missing.")
    for number in opened:
        offences.append(f"{path}:{number}: the brace that is opened here, or one inside it, is never closed.")
for offence in offences:
    print(offence)
sys.exit(1 if offences else 0)
