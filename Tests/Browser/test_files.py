"""The four forms of a map agree to the penny; PDFs are tagged; spreadsheets add up by themselves."""
import csv
import io
import json

import openpyxl
import pikepdf
import pypdf
import pytest

from conftest import enter, trellis

SCHOOLS = ["900001", "900002"]


def made(demonstration, tmp_path, school, form, *more):
    file = tmp_path / f"map.{form}"
    trellis("map", "--school", school, "--format", form, "--out", str(file), *more, database=demonstration)
    return file


@pytest.mark.parametrize("school", SCHOOLS)
def test_the_four_forms_agree(school, demonstration, tmp_path):
    data = json.loads(made(demonstration, tmp_path, school, "json").read_text())
    total = data["total"]["projected_pence"]
    assert total > 0
    assert total == sum(cell["projected_pence"] for cell in data["totals"])
    assert total == sum(section["subtotal"]["projected_pence"] for section in data["sections"])

    book = openpyxl.load_workbook(made(demonstration, tmp_path, school, "xlsx"), data_only=True)
    amounts = [round(cell.value * 100) for row in book["Map"].iter_rows() for cell in row if isinstance(cell.value, float | int)]
    assert total in amounts

    text = made(demonstration, tmp_path, school, "csv").read_text(encoding="utf-8-sig")
    assert any(f"{total / 100:.2f}" in row for row in csv.reader(io.StringIO(text)))

    pages = pypdf.PdfReader(made(demonstration, tmp_path, school, "pdf")).pages
    assert f"£{total / 100:,.2f}" in "".join(page.extract_text() for page in pages)


@pytest.mark.parametrize("school", SCHOOLS)
def test_the_paper_is_tagged(school, demonstration, tmp_path):
    with pikepdf.open(made(demonstration, tmp_path, school, "pdf")) as paper:
        assert paper.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in paper.Root
        assert str(paper.Root.Lang).startswith("en")
        with paper.open_metadata() as about:
            assert str(about.get("pdfuaid:part")) == "1"
            assert about.get("dc:title")
        width, height = [float(side) for side in paper.pages[0].MediaBox[2:]]
        assert width > height and round(width) == 1191


@pytest.mark.parametrize("school", SCHOOLS)
def test_the_spreadsheet_adds_up_by_itself(school, demonstration, tmp_path):
    file = made(demonstration, tmp_path, school, "xlsx")
    formulas = [cell.value for row in openpyxl.load_workbook(file)["Map"].iter_rows() for cell in row]
    assert sum(1 for value in formulas if isinstance(value, str) and value.startswith("=")) > 10
    sheet = openpyxl.load_workbook(file)["Map"]
    assert sheet.freeze_panes
    assert sheet.page_setup.orientation == "landscape"


def asked(page, school, query):
    """The map as the page shows it and as its links give it, in every form, for who has signed in."""
    page.goto(f"{school}/map{query}")
    files = {}
    for form in ["json", "csv", "xlsx", "pdf"]:
        answer = page.request.get(f"{school}/map.{form}{query}")
        assert answer.status == 200, f"{form}: {answer.status}"
        files[form] = answer.body()
    return files


def money(pence):
    return "withheld" if pence is None else f"£{pence / 100:,.2f}"


def known(words):
    """What is said instead of a number that is withheld or not known: JSON has null for each of them."""
    return "withheld" if words in ["not priced", "not led", "not priced + not led"] else words


def pounds(text):
    """The amount that a cell of a page begins with."""
    words = known(text.strip()).replace("+ not priced", "").replace("+ not led", "").strip()
    return "£0.00" if words == "–" else words


def agree(page, files):
    """Page, JSON, CSV, spreadsheet and paper have the same sums, by column and heading, to the penny."""
    data = json.loads(files["json"])
    columns = [cell["projected_pence"] for cell in data["totals"]] + [data["total"]["projected_pence"]]

    foot = page.eval_on_selector_all("#map tfoot tr.main td", "cells => cells.map(cell => cell.innerText)")
    assert [pounds(text) for text in foot] == [money(pence) for pence in columns]
    sums = page.locator("#map tr.section td.sums .sum").all()
    told = [sum.locator("b").inner_text() if "main" in sum.get_attribute("class") else sum.inner_text().strip() for sum in sums]
    shown = [words for words in told if words == "withheld" or words.startswith(("£", "not priced"))]
    wanted = [section["subtotal"]["projected_pence"] for section in data["sections"]]
    assert [pounds(text) for text in shown] == [money(pence) for pence in wanted if pence != 0]

    rows = list(csv.DictReader(io.StringIO(files["csv"].decode("utf-8-sig"))))
    in_rows = [known(row["Cost (£)"]) for row in rows if row["Row"] == "total"]
    assert in_rows == ["withheld" if pence is None else f"{pence / 100:.2f}" for pence in columns]
    subtotals = [known(row["Cost (£)"]) for row in rows if row["Row"] == "sub-total" and row["Column"] == "All"]
    assert subtotals == ["withheld" if pence is None else f"{pence / 100:.2f}" for pence in wanted]

    sheet = openpyxl.load_workbook(io.BytesIO(files["xlsx"]), data_only=True)["Map"]
    costs = [row for row in sheet.iter_rows(values_only=True) if row[1] == "Cost (£)"][-1][2:]
    assert [round(cell * 100) if isinstance(cell, float | int) else None for cell in costs[:len(columns)]] == columns

    text = "".join(part.extract_text() for part in pypdf.PdfReader(io.BytesIO(files["pdf"])).pages)
    for pence in columns + wanted:
        if pence:
            assert money(pence) in text.replace("\n", " "), money(pence)
    return data


QUERIES = {
    "a term": "?from=2026-01-05&until=2026-03-27",
    "a year": "?from=2025-09-01&until=2026-08-31",
    "as it was": "?on=2026-10-12",
    "by stage": "?by=stage",
    "one year": "?year=4",
    "counts": "?names=counts",
}


@pytest.mark.parametrize("question", QUERIES)
def test_page_and_files_agree(question, server, visitor):
    page = enter(visitor(), server, "senco")
    files = asked(page, page.url.split("?")[0], QUERIES[question])
    assert agree(page, files)["total"]["projected_pence"] > 0


def test_page_and_files_agree_under_filters(server, visitor):
    page = enter(visitor(), server, "senco")
    school = page.url.split("?")[0]
    whole = agree(page, asked(page, school, ""))
    chosen = page.eval_on_selector_all("input[name=heading]", "boxes => boxes.map(box => box.value)")[:2]
    pupils = page.eval_on_selector_all("#map .name a", "links => links.map(link => link.getAttribute('href'))")
    pupil = pupils[0].split("/")[-2]
    filters = [
        "?" + "&".join(f"heading={one}" for one in chosen), "?level=targeted&level=specialist",
        "?strand=intervention&by=stage", f"?pupil={pupil}", f"?pupil={pupil}&by=stage",
    ]
    for query in filters:
        data = agree(page, asked(page, school, query))
        assert data["filter"]
        assert data["total"]["projected_pence"] <= whole["total"]["projected_pence"]


def test_a_governors_page_and_files_agree_and_hide_alike(server, visitor):
    page = enter(visitor(), server, "governor")
    files = asked(page, page.url.split("?")[0], "")
    data = agree(page, files)
    hidden = [cell for section in data["sections"] for line in section["lines"] for cell in line["cells"] if cell["withheld"]]
    assert hidden and all(cell["projected_pence"] is None for cell in hidden)
    assert all("pupils" not in group for section in data["sections"] for line in section["lines"]
               for cell in line["cells"] for group in cell["groups"])


def test_one_year_is_printed_on_a4_and_a_pupil_too(server, visitor):
    page = enter(visitor(), server, "senco")
    school = page.url.split("?")[0]
    page.goto(school + "/map")
    pupil = page.eval_on_selector_all("#map .name a", "links => links.map(link => link.getAttribute('href'))")[0]
    name = page.inner_text(f"#map .name a[href='{pupil}'] >> nth=0")
    for path, sides in [(school + "/map.pdf?year=2", (595, 842)), (server.address + pupil + ".pdf", (842, 595))]:
        answer = page.request.get(path)
        assert answer.status == 200
        with pikepdf.open(io.BytesIO(answer.body())) as paper:
            assert [round(float(side)) for side in paper.pages[0].MediaBox[2:]] == list(sides)
            with paper.open_metadata() as about:
                assert str(about.get("pdfuaid:part")) == "1"
    assert name in "".join(part.extract_text() for part in pypdf.PdfReader(io.BytesIO(answer.body())).pages)


def test_every_page_of_the_paper_says_what_it_is(demonstration, tmp_path):
    pages = pypdf.PdfReader(made(demonstration, tmp_path, "900002", "pdf")).pages
    assert len(pages) > 1
    for number, part in enumerate(pages, 1):
        text = part.extract_text()
        assert f"Page {number} of {len(pages)}" in text and "made " in text and "all provision" in text
        assert "Provision" in text or "Lists of pupils" in text
