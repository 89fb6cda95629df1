"""The four forms of a map agree to the penny; PDFs are tagged; spreadsheets add up by themselves."""
import csv
import io
import json

import openpyxl
import pikepdf
import pypdf
import pytest

from conftest import trellis

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
