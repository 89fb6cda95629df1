"""The files of an area's map agree with each other and with the page, and the public ones hold nothing that is not public."""
import csv
import io
import json
import re
import sqlite3
import zipfile

import lxml.etree
import openpyxl
import pikepdf
import pypdf
import pytest

from agent import Agent

AREA = "/areas/marlowshire"
PRIVATE = re.compile("cost|capacity|places|evidence|funder|author|checked|account|email|pence", re.IGNORECASE)


class Files:
    """Files as they were fetched, read as text or as what they are."""

    def __init__(self, agent, address, query, names):
        self.bytes = {}
        for name in names:
            answer = agent.request("GET", f"{AREA}/{name}{query}")
            assert answer.status == 200, f"{name}: {answer.status}"
            self.bytes[name] = answer.body

    def json(self, name):
        return json.loads(self.bytes[name])

    def rows(self, name):
        return list(csv.DictReader(io.StringIO(self.bytes[name].decode("utf-8-sig"))))

    def book(self, name):
        return openpyxl.load_workbook(io.BytesIO(self.bytes[name]), data_only=True)

    def text(self, name):
        """Everything that a reader of the file reads, in one line."""
        body, kind = self.bytes[name], name.rsplit(".")[-1]
        if kind == "pdf":
            words = "\n".join(part.extract_text() for part in pypdf.PdfReader(io.BytesIO(body)).pages)
        elif kind == "docx":
            tree = lxml.etree.fromstring(zipfile.ZipFile(io.BytesIO(body)).read("word/document.xml"))
            words = " ".join(tree.xpath("//*[local-name()='p']//text() | //*[local-name()='br']/@*"))
        elif kind == "xlsx":
            words = "\n".join(str(each) for sheet in self.book(name) for row in sheet.iter_rows(values_only=True)
                              for each in row if each is not None)
        elif kind == "json":
            words = json.dumps(self.json(name), ensure_ascii=False)
        else:
            words = body.decode("utf-8-sig")
        return " ".join(words.split())


def coordinator(server):
    agent = Agent(server.address)
    agent.open("/sign-in")
    agent.submit("/demonstration/coordinator")
    return agent


FULL = ["map.json", "map.csv", "map.xlsx", "map.docx", "map.pdf", "report.pdf"]
PUBLIC = ["public.json", "public.csv", "public.xlsx", "public.pdf"]


def plural(number, one, several):
    return f"{number:,} {one if number == 1 else several}"


def cells(data):
    """The cells and the sums in the order of the table: level by level, each with its sum; the last line is of strands."""
    width = len(data["strands"])
    for place, total in enumerate(data["level_totals"]):
        yield from [*data["cells"][place * width:(place + 1) * width], total]
    yield from [*data["strand_totals"], data["total"]]


FIGURES = [("Provision", "provision_count"), ("Gaps", "gap_count"), ("Children reached", "reach"),
           ("Children touched by gaps", "affected")]


def agree(files, name):
    """JSON, CSV and spreadsheet have the same figures, which are numbers; the sums are of entries counted once."""
    data, rows, book = files.json(f"{name}.json"), files.rows(f"{name}.csv"), files.book(f"{name}.xlsx")
    names = {each["key"]: each["name"] for each in [*data["strands"], *data["levels"]]}
    wanted = {(names.get(cell.get("strand"), "All"), names.get(cell.get("level"), "All")): cell for cell in cells(data)}
    told = [row for row in rows if row["Row"] in ("cell", "strand", "level", "total")]
    assert {(row["Strand"], row["Level"]) for row in told} == set(wanted) and len(told) == len(wanted)
    for row in told:
        cell = wanted[row["Strand"], row["Level"]]
        assert [row[head] for head, _ in FIGURES] == [str(cell[key] or ("" if cell[key] is None else 0)) for _, key in FIGURES]
    head, *lines = list(book["Figures"].iter_rows(values_only=True))
    places = [head.index(title) for title, _ in FIGURES]
    for line in lines:
        cell = wanted[line[0], line[1]]
        assert [line[place] for place in places] == [cell[key] for _, key in FIGURES], line
        assert all(each is None or isinstance(each, int) for each in line[2:6])
    assert len(lines) == len(wanted)
    entries = data["entries"]
    for kind, key in [("provision", "provision_count"), ("gap", "gap_count")]:
        assert data["total"][key] == sum(entry["kind"] == kind for entry in entries) == sum(row["Row"] == kind for row in rows)
    return data


def printed(text, data, about=""):
    """The figures of every cell of which something is told stand in a printed text, in order."""
    place = 0
    for cell in cells(data):
        if not cell["provision_count"] and not cell["gap_count"]:
            continue
        gaps = plural(cell["gap_count"], "gap", "gaps") if cell["gap_count"] else "no gaps"
        # Without a number of children it says why: nothing here, not said, fewer than 5.
        reach = f"reach {about}{plural(cell['reach'], 'child', 'children')} " if cell["reach"] else r"\D{0,40}\d{0,3}\D{0,40}?"
        words = rf"\b{cell['provision_count']:,} {reach}{gaps}"
        found = re.search(words, text[place:])
        assert found, f"no “{words}” after {place}"
        place += found.start()


@pytest.mark.parametrize("query", ["", "?specialism=slcn", "?sector=health&age=4", "?round=1"])
def test_the_forms_agree(query, server):
    files = Files(coordinator(server), server.address, query, FULL)
    data = agree(files, "map")
    assert data["public"] is False and data["total"]["provision_count"] > 0
    for name in ["map.pdf", "report.pdf"]:
        printed(files.text(name), data)
    for entry in data["entries"]:
        assert entry["description"][:40] in files.text("map.csv").replace('""', '"')
    word = files.text("map.docx")
    for key in ["provision_count", "gap_count"]:
        assert str(data["total"][key]) in word
    assert not [entry["name"] for entry in data["entries"] if " ".join(entry["name"].split())[:30] not in word]


@pytest.mark.parametrize("query", ["", "?specialism=slcn", "?age=4"])
def test_the_public_forms_agree_and_tell_nothing_private(query, server, demonstration):
    files = Files(Agent(server.address), server.address, query, PUBLIC)
    data = agree(files, "public")
    assert data["public"] is True and data["entries"]
    printed(files.text("public.pdf"), data, "about ")

    def keys(value):
        if isinstance(value, dict):
            return {*value, *(key for each in value.values() for key in keys(each))}
        return {key for each in value for key in keys(each)} if isinstance(value, list) else set()

    heads = {each for sheet in files.book("public.xlsx") for each in next(sheet.iter_rows(values_only=True)) if each}
    for names in [keys(data), set(files.rows("public.csv")[0]), heads]:
        assert not {name for name in names if PRIVATE.search(name)}
    full = Files(coordinator(server), server.address, query, ["map.json"]).json("map.json")
    shown = {entry["id"] for entry in data["entries"]}
    hidden = [entry for entry in full["entries"] if entry["id"] not in shown]
    assert shown < {entry["id"] for entry in full["entries"]} and hidden
    with sqlite3.connect(f"file:{demonstration}?mode=ro", uri=True) as kept:
        people = {name for name, in kept.execute("SELECT name FROM accounts")}
        secrets = {text for text, in kept.execute("SELECT evidence FROM entries UNION SELECT funder FROM entries") if len(text) > 12}
        emails = {text for text, in kept.execute("SELECT email FROM accounts")}
    kept.close()
    assert people and secrets and emails
    for name in PUBLIC:
        text = files.text(name)
        assert not [each for each in people | secrets | emails if each in text], name
    for entry in data["entries"]:
        for number in [entry.get("reach"), entry.get("affected")]:
            assert number is None or number % 5 == 0 and number >= 5, "rounded to fives"


@pytest.mark.parametrize("name", ["map.pdf", "report.pdf", "public.pdf"])
def test_the_paper_is_tagged_and_says_what_it_is(name, server):
    agent = Agent(server.address) if name.startswith("public") else coordinator(server)
    body = Files(agent, server.address, "", [name]).bytes[name]
    with pikepdf.open(io.BytesIO(body)) as paper:
        assert paper.Root.MarkInfo.Marked and "/StructTreeRoot" in paper.Root
        assert str(paper.Root.Lang) == "en-GB"
        with paper.open_metadata() as about:
            assert str(about.get("pdfuaid:part")) == "1"
            title = str(about.get("dc:title"))
    assert "Marlowshire" in title and title.count("Marlowshire") == 1, title
    pages = pypdf.PdfReader(io.BytesIO(body)).pages
    for number, part in enumerate(pages, 1):
        assert re.search(rf"\b{number} of {len(pages)}\b", part.extract_text()), f"page {number} does not say which it is"
        assert not part.rotation


def test_the_copy_to_edit_is_a_document_with_headings_and_tables(server):
    body = Files(coordinator(server), server.address, "", ["map.docx"]).bytes["map.docx"]
    packed = zipfile.ZipFile(io.BytesIO(body))
    assert packed.testzip() is None
    text = packed.read("word/document.xml").decode()
    assert text.count("<w:tbl>") >= 2 and "Heading1" in text and "w:tblHeader" in text
    assert "en-GB" in packed.read("word/styles.xml").decode()
