"""From the operator's command on an empty database to a printed report: a coordinator who opens a project and a contributor
who is new to it, in a real browser."""
import io
import re

import pypdf
import pytest

from agent import PASSWORD, link_in, path_of
from conftest import Server, trellis

AREA = "/areas/northvale-speech"
COORDINATOR = "m.ellis@northvale.example"


@pytest.fixture
def northvale(tmp_path):
    database = tmp_path / "trellis.sqlite"
    said = trellis(
        "area", "add", "--name", "Northvale", "--address", "northvale-speech", "--coordinator", COORDINATOR,
        "--coordinator-name", "Maya Ellis", database=database).stdout.decode()
    server = Server(database)
    server.link, server.code = path_of(link_in(said)), re.search(r"join it: (\S+)", said).group(1)
    yield server
    server.close()


def press(page, words):
    page.click(f"main button:text-is('{words}')")
    page.wait_for_load_state()
    assert not page.locator("main [role=alert]").count(), page.inner_text("main [role=alert]")


def begin(page, server):
    """The coordinator's password, and in."""
    page.set_default_timeout(5000)
    page.goto(server.address + server.link)
    page.fill("input[name=new-password]", PASSWORD)
    page.fill("input[name=again]", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/sign-in**")
    page.fill("input[name=email]", COORDINATOR)
    page.fill("input[name=password]", PASSWORD)
    press(page, "Sign in")
    assert page.url.endswith(f"{AREA}/desk") and "Coordinator" in page.inner_text("header")


def set_up(page, server):
    """Opens the project: what it is, four levels, localities, a round of its own."""
    project = f"{server.address}{AREA}/project"
    page.goto(project + "/details")
    page.fill("input[name=title]", "Talking in Northvale")
    page.fill("input[name=organiser]", "Northvale Children’s Commissioning")
    page.fill("input[name=contact]", "01632 960 100")
    page.check("input[name=shows][value=listed]")
    press(page, "Save")
    page.goto(project + "/framework")
    page.click("summary:text-is('Use four levels')")
    press(page, "Make a version with four levels")
    assert "Targeted Plus" in page.inner_text("main")
    page.goto(project + "/localities")
    page.fill("textarea[name=localities]", "Harbour, E05000819\nMoorside, E05000820")
    press(page, "Save this list")
    page.click("main a[href*='/project/rounds/0'] >> nth=0")
    page.click("summary:text-is('Close this round')")
    press(page, "Close Round 1")
    page.goto(project + "/rounds/new")
    page.fill("input[name=name]", "Winter")
    four = page.locator("select[name=framework] option", has_text="four levels")
    page.select_option("select[name=framework]", four.get_attribute("value"))
    press(page, "Open it")
    page.goto(project)
    assert "Round 2: Winter" in page.inner_text("main") and "Targeted Plus" in page.inner_text("main")
    page.goto(f"{server.address}{AREA}/people/code")
    assert server.code in page.inner_text("main")


def register(page, server):
    page.set_default_timeout(5000)
    page.goto(f"{server.address}/areas")
    page.click("main a:text-is('Talking in Northvale')")
    page.click("main a[href$='/register'] >> nth=0")
    page.fill("input[name=code]", server.code)
    page.fill("input[name=name]", "Tanvi Desai")
    page.fill("input[name=email]", "t.desai@harbour.example")
    page.fill("input[name=organisation]", "Harbour Primary School")
    page.click("main button:text-is('Go on')")
    page.select_option("select[name=sector]", label="Schools")
    page.select_option("select[name=locality]", label="Harbour")
    press(page, "Go on")
    page.fill("input[name=new-password]", PASSWORD)
    page.fill("input[name=again]", PASSWORD)
    page.check("input[name=terms]")
    press(page, "Register")
    assert f"{AREA}/desk" in page.url


WORDS = ["reading aloud with grandparents", "signing songs at noon", "a talking garden", "story sacks to take home",
         "coaching for assistants", "a check of hearing in autumn", "puppets who ask questions", "a room without echoes"]
CELLS = [("family-support", "universal"), ("environment", "universal"), ("workforce", "targeted"), ("identification", "targeted"),
         ("intervention", "targeted"), ("intervention", "targeted-plus"), ("family-support", "specialist"), ("workforce", "universal")]

GAPS = [
    ("Nobody comes to school who knows about stammering, and families are sent sixty miles away.", ("intervention", "specialist"), 7),
    ("After four o’clock no bus leaves the harbour, so that parents cannot stay for a course.", ("family-support", "targeted"), 9),
]


def add(page, server, kind, words, cell, reach):
    page.goto(f"{server.address}{AREA}/desk")
    page.click(f"main a:text-is('Add {'a gap' if kind == 'gap' else 'provision'}') >> nth=0")
    page.fill("textarea[name=description]", words)
    page.fill("input[name=audience]", "children in Reception with few words")
    page.check(f"input[name=cells][value='{cell[0]}.{cell[1]}']")
    summary = "Of a gap: what comes of it" if kind == "gap" else "Of provision: numbers and cost"
    field = page.locator(f"input[name={'affected' if kind == 'gap' else 'reach'}]")
    if not field.is_visible():
        page.click(f"summary:text-is('{summary}')")
    field.fill(str(reach))
    press(page, "Put it on the map")
    assert page.inner_text("h1").startswith(words[:20])


def test_a_review_from_its_first_command_to_its_printed_report(northvale, visitor):
    coordinator, contributor = visitor(), visitor()
    begin(coordinator, northvale)
    set_up(coordinator, northvale)
    register(contributor, northvale)
    for place, (words, cell) in enumerate(zip(WORDS, CELLS)):
        add(contributor, northvale, "provision", f"Each week there is {words} for whoever likes to come.", cell, 10 + place)
    for words, cell, touched in GAPS:
        add(contributor, northvale, "gap", words, cell, touched)
    contributor.goto(f"{northvale.address}{AREA}/desk")
    desk = " ".join(contributor.inner_text("main").split())
    assert "provision on the map 8 gaps on the map 2" in desk, desk[:400]

    coordinator.goto(f"{northvale.address}{AREA}/people")
    press(coordinator, "Confirm")
    coordinator.goto(f"{northvale.address}{AREA}/map")
    tiles = " ".join(coordinator.inner_text("main").split())
    for told in ["1 of 1", "8 provisions", "2 gaps", str(sum(range(10, 18)))]:
        assert told in tiles, tiles[:400]
    report = coordinator.request.get(northvale.address + coordinator.get_attribute("a:text-is('Full report as PDF')", "href"))
    text = " ".join(" ".join(part.extract_text() for part in pypdf.PdfReader(io.BytesIO(report.body())).pages).split())
    for told in [*WORDS, *(words for words, _, _ in GAPS), "Harbour Primary School", "Targeted Plus", "Round 2: Winter"]:
        assert told in text, told
    assert "Tanvi" not in text
    figures = coordinator.request.get(f"{northvale.address}{AREA}/map.json").json()["total"]
    assert (figures["provision_count"], figures["gap_count"], figures["reach"], figures["affected"]) == (8, 2, 108, 16)
