"""Files brought in by the pages, as a new user would: a faulty list of pupils, a map pasted from Word, and what goes wrong."""
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from agent import Agent, begin, link_in
from conftest import Server, enter, trellis

SCHOOLS = {True: "123401", False: "123402"}
axe = Axe()

# As a school's system exports it: semicolons, Windows-1252, days day-first, headings of its own; a bad row, an old code, a
# wrong check letter, somebody twice.
PUPILS = """Adno;Legal Surname;Legal Forename;DOB;UPN;Yr;Reg;SEN Stage;Prim. need
1;Khan;Amir;14/03/2019;A823000519001;3;3A;K;SLCN
2;Kaya;Amir;02/05/2019;;3;3B;;
3;Nowak;Zoé;17/05/2020;C900000120002;2;2F;School Action Plus;MLD
4;Begum;Aisha;31/02/2020;;2;2F;K;
5;Nowak;Zoé;17/05/2020;C900000120002;2;2F;A;
6;Price;Ella;09/06/2021;;1;1C;E;ASD
7;O'Hara;Tom;02/11/2018;;3;3A;;
""".encode("cp1252")

STAFF = b"Name,Role,Hours,Weeks\nDawn Carter,Teaching assistant,30,39\nPeter Hale,Teacher,32.5,39\n"

ROWS = [
    ["Provision", "Year 1", "Year 2", "Year 3"],
    ["Literacy", "", "", ""],
    ["Phonics catchup 20 mins daily (Mrs Carter)", "Ella P", "Zoe N", "Amir"],
    ["Lego club 30 mins x2 with Mr Hale", "", "", "Tom O"],
]
WORD = "<html><body><table>" + "".join(
    "<tr>" + "".join(f"<td><p class=MsoNormal><span>{cell}<o:p></o:p></span></p></td>" for cell in row) + "</tr>"
    for row in ROWS) + "</table></body></html>"
TEXT = "\n".join("\t".join(row) for row in ROWS)


@pytest.fixture(scope="module")
def schools(tmp_path_factory):
    """A server with two new schools and their SENCO, who is signed in."""
    database = tmp_path_factory.mktemp("imports") / "trellis.sqlite"
    for urn in SCHOOLS.values():
        trellis("school", "add", "--urn", urn, "--name", f"School {urn}", "--phase", "primary", database=database)
    first, second = SCHOOLS.values()
    made = trellis(
        "account", "add", "--email", "senco@imports.example", "--name", "Sam Reed", "--role", "senco", "--school", first,
        database=database)
    trellis(
        "account", "add", "--email", "senco@imports.example", "--role", "senco", "--school", second, database=database)
    running = Server(database)
    agent = Agent(running.address)
    begin(agent, "senco@imports.example", link_in(made.stdout.decode()))
    yield running, agent
    running.close()


def signed_in(visitor, schools, **options):
    server, agent = schools
    page = visitor(**options)
    page.context.add_cookies(
        [{"name": name, "value": value, "url": server.address} for name, value in agent.cookies.items()])
    return page


def well(page):
    """No violation on the page; without JavaScript axe cannot look."""
    found = axe.run(page).response["violations"]
    assert not [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found], page.url
    return page


def choose(page, way, kind, name, body):
    page.goto(f"{way}/new?kind={kind}")
    page.set_input_files("input[name=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": body})
    page.click("text=Show what would be done")


def paste(page, html, text):
    """As Ctrl + V does it."""
    page.evaluate(
        """([html, text]) => {
          const data = new DataTransfer();
          data.setData("text/html", html);
          data.setData("text/plain", text);
          const area = document.querySelector("textarea[name=pasted]");
          area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""", [html, text])


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without"])
def test_from_a_list_and_a_map_in_word_to_a_costed_map(scripted, schools, visitor):
    page = signed_in(visitor, schools, java_script_enabled=scripted)
    look = well if scripted else lambda page: page
    way = f"{schools[0].address}/schools/{SCHOOLS[scripted]}/imports"

    page.goto(way)
    look(page)
    page.click("text=Import staff and rates")
    look(page)
    choose(page, way, "staff", "staff.csv", STAFF)
    assert page.inner_text("h1") == "What would be done", page.inner_text("main")
    look(page)
    page.click("text=Import 2 new")
    assert page.inner_text("h1") == "Imported", page.inner_text("main")

    choose(page, way, "pupils", "pupils.csv", PUPILS)
    look(page)
    words = page.inner_text("main")
    assert "“31/02/2020” is not a date" in words and "Rows 4 and 6 have the same UPN" in words
    assert "wrong check letter" in words
    page.click("text=Import 5 new")
    look(page)
    assert page.inner_text(".error-summary").count("Nothing was imported") == 1
    page.check("input[name=skip-refused]")
    page.click("text=Import 5 new")
    look(page)
    assert page.inner_text("h1") == "Imported" and "5 new" in page.inner_text("main")

    page.goto(f"{way}/new?kind=map")
    look(page)
    if scripted:
        paste(page, WORD, TEXT)
        assert "4 rows and 4 columns" in page.inner_text("[data-paste-note]")
    else:
        page.fill("textarea[name=pasted]", TEXT)
    page.click("summary:has-text('unless you give another day')")
    page.fill("input[name=effective]", "2 September 2026")
    page.fill("input[name=until]", "16 July 2027")
    page.click("text=Show what would be done")
    look(page)
    assert "“Amir” could be 2 pupils" in page.inner_text("main")
    page.select_option("select[name^='answer:name-amir']", label="Amir Khan (Year 3, 3A)")
    page.click("text=Take all of them and show it again")
    look(page)
    assert "are not taken yet" not in page.inner_text("main")
    assert "Amir Khan" in page.inner_text("main")
    page.click("text=Import 4 new")
    assert page.inner_text("h1") == "Imported", page.inner_text("main")
    page.click("text=See the map and its costs")
    shown = page.inner_text("main")
    assert "Amir Khan" in shown and "Lego club" in shown
    amounts = [float(each.replace(",", "")) for each in re.findall(r"£([\d,]+\.\d\d)", shown)]
    assert max(amounts) > 1000, "a year of support costs something"

    # The same table again changes nothing.
    page.goto(f"{way}/new?kind=map")
    page.fill("textarea[name=pasted]", TEXT)
    page.click("summary:has-text('unless you give another day')")
    page.fill("input[name=effective]", "2 September 2026")
    page.fill("input[name=until]", "16 July 2027")
    page.click("text=Show what would be done")
    page.select_option("select[name^='answer:name-amir']", label="Amir Khan (Year 3, 3A)")
    page.click("text=Show it again with my answers")
    assert "New" not in page.inner_text(".counts") and "Changed" not in page.inner_text(".counts")


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without"])
def test_a_large_file_tells_how_far_it_is_and_goes_on_by_itself(scripted, schools, visitor):
    page = signed_in(visitor, schools, java_script_enabled=scripted)
    way = f"{schools[0].address}/schools/{SCHOOLS[scripted]}/imports"
    lines = ["Surname,Forename,DOB,Year,Class,SEN Status"]
    lines += [f"Large{number},Robin,{number % 28 + 1:02d}/10/2019,3,3A,K" for number in range(30_000)]
    choose(page, way, "pupils", "large.csv", "\n".join(lines).encode())
    assert page.inner_text("h1") in ("Reading your file", "What would be done")
    if page.inner_text("h1") == "Reading your file":
        assert page.is_visible("progress")
        if scripted:
            well(page)
    page.wait_for_selector("h1:has-text('What would be done')", timeout=120_000)
    assert "Large" not in page.url
    page.click("text=Cancel this import")
    assert page.url.split("?")[0].endswith("/imports")


def test_what_is_no_list_is_said_so_on_the_same_page(schools, visitor, tmp_path):
    page = signed_in(visitor, schools)
    way = f"{schools[0].address}/schools/{SCHOOLS[True]}/imports"
    noise = tmp_path / "noise.csv"
    with open(noise, "wb") as file, open("/dev/urandom", "rb") as source:
        for _ in range(50):
            file.write(source.read(1 << 20))
    files = {
        "locked.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "empty.csv": b"",
        "renamed.csv": b"PK\x03\x04" + bytes(2000),
        "bomb.xml": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><CTfile>&b;</CTfile>',
    }
    for name, body in files.items():
        (tmp_path / name).write_bytes(body)
    for name in ["noise.csv", *files]:
        page.goto(f"{way}/new?kind=pupils")
        page.click("summary:has-text('unless you give another day')")
        page.fill("input[name=effective]", "2 November 2026")
        page.set_input_files("input[name=file]", tmp_path / name)
        page.click("text=Show what would be done")
        assert page.inner_text("h1") == "Import pupils", name
        assert page.is_visible(".error-summary"), name
        assert page.input_value("input[name=effective]") == "2 November 2026", name
        well(page)


def test_on_a_phone_nothing_to_answer_is_out_of_sight(schools, visitor):
    page = signed_in(visitor, schools, viewport={"width": 360, "height": 780})
    way = f"{schools[0].address}/schools/{SCHOOLS[True]}/imports"
    choose(page, way, "pupils", "pupils.csv", PUPILS)
    page.click("summary:has-text('Columns')")
    edges = page.eval_on_selector_all(
        "main :is(select, input:not([type=hidden]), button)",
        "all => all.map(each => each.getBoundingClientRect()).filter(box => box.width > 0).map(box => [box.left, box.right])")
    assert len(edges) > 8
    assert all(0 <= left and right <= 360 for left, right in edges), edges
    assert page.evaluate("[...document.querySelectorAll('.frame.list')].every(each => each.scrollWidth <= each.clientWidth)")
    well(page)
    page.click(".in-sight button >> nth=-1")
    assert page.url.split("?")[0].endswith("/imports")


def test_every_page_of_imports_is_accessible_as_its_examples_show_it(server, visitor):
    page = enter(visitor(), server, "senco")
    page.goto(server.address + "/development")
    links = page.eval_on_selector_all("a[href*='/development/pages/Import']", "all => all.map(a => a.getAttribute('href'))")
    assert len(links) > 10
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        for link in links:
            page.goto(server.address + link)
            well(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (link, width)
