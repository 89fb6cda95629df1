"""What the compiler does not guard: which ring imports which (ARCHITECTURE of the house), that SQL text stands in Store
alone, and that nothing unfinished is left. Prints each offence with its place; exit status 1 if there is any."""
import pathlib
import re
import sys

OURS = {
    "Domain": set(),
    "Security": {"CArgon2", "Crypto"},
    "SQL": set(),
    "SQLiteEngine": {"SQL", "GRDB", "GRDBSQLite", "Dispatch"},
    "PostgresEngine": {"SQL", "CPostgres", "NIOPosix", "NIOCore"},
    "Store": {"Domain", "SQL", "Security"},
    "Formats": {"CXLSXWriter", "CZip", "Subprocess", "System", "SystemPackage"},
    "Documents": {"Domain", "Formats", "Mustache"},
    "Mail": {"CCurl"},
    "Exchange": {"Domain", "Store", "Formats", "SQL"},
    "Markup": set(),
    "Components": {"Markup"},
    "Site": {
        "Domain", "Store", "Documents", "Exchange", "Formats", "Mail", "Markup", "Components", "Security", "SQL",
        "Hummingbird", "Logging", "NIOCore", "HTTPTypes",
    },
    "Demo": {"Domain", "Store", "SQL"},
}
ANYWHERE = {"Foundation", "FoundationEssentials", "FoundationXML", "FoundationNetworking", "Synchronization", "Glibc", "Dispatch"}
IMPORT = re.compile(
    r"^(?:@\w+(?:\(\w+\))?\s+)*(?:package\s+|internal\s+|private\s+|fileprivate\s+)?import\s+"
    r"(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)", re.M)
SQL_TEXT = re.compile(r'"\s*(SELECT\s|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s)')
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|[Nn]ot (yet )?implemented")

offences = []
for path in sorted(pathlib.Path("Sources").rglob("*.swift")):
    ring = path.parts[1]
    text = path.read_text(encoding="utf-8")
    if ring in OURS:
        for match in IMPORT.finditer(text):
            module = match.group(1)
            if module not in OURS[ring] and module not in ANYWHERE:
                offences.append(f"{path}: {ring} may not import {module}")
    if ring not in ("Store", "SQL", "SQLiteEngine", "PostgresEngine"):
        flat = re.sub(r'"""\s*\n\s*', '"', text)
        if SQL_TEXT.search(flat):
            offences.append(f"{path}: SQL text stands in Store alone")
    if ring == "Domain" and re.search(r"\bDate\(\)", text):
        offences.append(f"{path}: the transaction owns the clock")
    for number, line in enumerate(text.splitlines(), 1):
        if UNFINISHED.search(line):
            offences.append(f"{path}:{number}: unfinished")
for offence in offences:
    print(offence)
sys.exit(1 if offences else 0)
