"""An area in a browser without JavaScript: whatever is done there is done by links and forms."""
import pytest

from agent import PASSWORD
from conftest import enter

AREA = "/areas/marlowshire"
CODE = "maple-otter-lantern-47"


@pytest.fixture
def plain(own_server, visitor):
    """A window without JavaScript, come in by a door or by none."""

    def open(role=None, path=""):
        page = visitor(java_script_enabled=False)
        if role:
            enter(page, own_server, role)
        if path or not role:
            page.goto(f"{own_server.address}{AREA}{path}")
        return page

    return open


def press(page, words, within="main"):
    page.click(f"{within} button:text-is('{words}')")
    page.wait_for_load_state()


def register(page, name, email, organisation):
    """Registers with the code, for an organisation that nobody knows yet."""
    page.fill("input[name=code]", CODE)
    page.fill("input[name=name]", name)
    page.fill("input[name=email]", email)
    page.fill("input[name=organisation]", organisation)
    press(page, "Go on")
    page.select_option("select[name=sector]", label="Voluntary and community groups")
    press(page, "Go on")
    page.fill("input[name=job]", "Chair")
    page.fill("input[name=new-password]", PASSWORD)
    page.fill("input[name=again]", PASSWORD)
    page.check("input[name=terms]")
    press(page, "Register")


def test_somebody_registers_and_the_doors_stand_open_still(plain, own_server):
    page = plain(path="")
    page.click("main a[href$='/register'] >> nth=0")
    page.fill("input[name=code]", "maple-otter-lantern-48")
    page.fill("input[name=name]", "Robin Tester")
    page.fill("input[name=email]", "robin@lantern.example")
    page.fill("input[name=organisation]", "Lantern Youth Theatre")
    press(page, "Go on")
    assert "does not open this project" in page.inner_text("[role=alert]")
    assert page.input_value("input[name=organisation]") == "Lantern Youth Theatre"
    register(page, "Robin Tester", "robin@lantern.example", "Lantern Youth Theatre")
    assert "/desk" in page.url and "Lantern Youth Theatre" in page.inner_text("main")
    assert "/desk" in plain("contributor").url, "the doors stand open"


def test_an_entry_is_added_in_spite_of_what_is_pointed_out(plain):
    page = plain("contributor", "/entries/new?kind=gap&specialism=slcn")
    press(page, "Put it on the map")
    said = page.inner_text("[role=alert]")
    assert "Describe what is missing." in said and "Tick every cell that it serves" in said
    page.fill("textarea[name=description]", "Ring 01632 960123.")
    page.check("input[name=cells][value='intervention.targeted']")
    press(page, "Put it on the map")
    said = page.inner_text(".banner.warning")
    assert "very short" in said and "Nothing is lost" in said
    assert page.is_checked("input[value='intervention.targeted']") and page.input_value("textarea[name=description]")
    page.fill("textarea[name=description]", "No choir of voices")
    page.fill("input[name=audience]", "children in Year 3")
    press(page, "Put it on the map all the same")
    # With another text less is pointed out: it asks again for what is left.
    assert "very short" in page.inner_text(".banner.warning")
    press(page, "Put it on the map all the same")
    assert "No choir of voices" in page.inner_text("h1") and "/entries/0" in page.url
    page.goto(page.url.split("/entries/")[0] + "/entries")
    page.fill("input[name=words]", "choir voices")
    press(page, "Search")
    assert "No choir of voices" in page.inner_text("table")
    assert "choir" not in page.url, "what is searched for stands in no address"


def test_a_coordinator_merges_two_and_takes_them_apart(plain, own_server):
    page = plain("coordinator", "/entries?kind=gap")
    boxes = page.locator("tbody input[name=entry]")
    boxes.nth(0).check()
    press(page, "Merge them …")
    assert "Tick two entries or more" in page.inner_text("[role=alert]")
    page.goto(f"{own_server.address}{AREA}/entries?kind=gap")
    ids = [boxes.nth(place).get_attribute("value") for place in (0, 1)]
    for place in (0, 1):
        boxes.nth(place).check()
    press(page, "Merge them …")
    assert page.inner_text("h1") == "Merge entries"
    page.check(f"input[name=into][value='{ids[0]}']")
    press(page, "Merge them")
    assert page.url.split("#")[0].split("?")[0].endswith(ids[0])
    page.goto(f"{own_server.address}{AREA}/entries/{ids[1]}")
    assert "Merged" in page.inner_text("main")
    press(page, "Take them apart again")
    assert "Merged" not in page.inner_text("main .tags, main header >> nth=0")


def test_a_question_is_asked_and_answered(plain, own_server):
    theirs = plain("contributor", "/entries")
    entry = theirs.locator("th a[href*='/entries/0']").nth(2).get_attribute("href")
    page = plain("coordinator")
    page.goto(own_server.address + entry)
    page.fill("textarea[name=question]", "Does the kettle boil in term time alone?")
    page.click("main form:has(textarea[name=question]) button")
    theirs.goto(f"{own_server.address}{AREA}/desk")
    assert "Does the kettle boil" in theirs.inner_text("main")
    theirs.goto(own_server.address + entry)
    theirs.fill("textarea[name=answer] >> nth=0", "In the holidays as well.")
    theirs.click("main form:has(textarea[name=answer]) button >> nth=0")
    theirs.wait_for_load_state()
    assert "In the holidays as well." in theirs.inner_text("main")
    page.reload()
    assert "In the holidays as well." in page.inner_text("main")


def test_a_family_answers_and_a_coordinator_counts_it(plain, own_server):
    page = plain(path="/survey")
    press(page, "Send")
    assert page.is_visible("[role=alert]")
    page.check("input[name=voice][value=parent]")
    page.fill("textarea[name=works]", "Mrs Gwendoline Fairweather sings with them every Tuesday.")
    page.fill("textarea[name=wish]", "A second kettle choir, nearer to the harbour.")
    page.check("input[name=strand][value=intervention]")
    press(page, "Send")
    assert page.is_visible("button:text-is('Send it as it is')"), "what looks like a name is pointed out"
    assert "kettle choir" in page.input_value("textarea[name=wish]")
    page.fill("textarea[name=works]", "Singing together every Tuesday.")
    press(page, "Send")
    assert page.url.endswith("/survey/thanks")
    assert "0800 1111" in page.inner_text("main")
    coordinator = plain("coordinator", "/survey/answers?show=waiting")
    card = coordinator.locator("#answer li", has_text="nearer to the harbour")
    card.locator("input[name=answer]").check()
    press(coordinator, "Count the ticked ones")
    coordinator.goto(f"{own_server.address}{AREA}/survey/answers?show=counted")
    assert "nearer to the harbour" in coordinator.inner_text("main")


def test_a_coordinator_keeps_the_project_in_order(plain, own_server):
    page = plain("coordinator", "/project/rounds/new")
    page.fill("input[name=name]", "Too early")
    press(page, "Open it")
    assert "Round 2: One year on is still open. Close it first" in page.inner_text("[role=alert]")
    assert page.input_value("input[name=name]") == "Too early"
    page.goto(f"{own_server.address}{AREA}/project")
    page.click("main a[href$='/project/details'] >> nth=0")
    page.fill("input[name=contact]", "The kettle desk, 01632 960 100")
    press(page, page.inner_text("main form button[type=submit] >> nth=0"))
    assert "The kettle desk" in page.inner_text("main")
    page.goto(f"{own_server.address}{AREA}/project/localities")
    listed = page.input_value("textarea[name=localities]")
    page.fill("textarea[name=localities]", listed.strip() + "\nKettle Quay, MS107\n")
    press(page, "Save this list")
    page.goto(f"{own_server.address}{AREA}/project")
    assert "7, 6 of them with a boundary" in page.inner_text("main")
