"""A school's inclusion strategy in a browser: every page of it, from the first day to what strangers read, with and without
JavaScript, and by keyboard alone."""
import re

import pytest

from conftest import enter
from test_accessibility import problems
from test_area_keyboard import tab_to

SCHOOL = "/schools/900001"
PUBLIC = "/inclusion-strategy/900001"
PAGES = {  # Below the newest strategy where they begin with /; the numbers stand for the activities.
    "senco": [SCHOOL + "/strategies", SCHOOL + "/strategies/new", SCHOOL + "/principles", "", "/details", "/funding", "/choices",
              "/choices?strand=intervention", "/publication", "/reviews/2026", "/activities/new", "/activities/1",
              "/activities/1/change", "/activities/1/costs", "/activities/6", "/activities/7"],
    "governor": [SCHOOL + "/strategies", ""], "teacher": [SCHOOL + "/strategies", ""], "visitor": [PUBLIC, PUBLIC + "/1"],
}


def newest(page, server):
    """Opens the school's newest strategy, and answers its address."""
    page.goto(f"{server.address}{SCHOOL}/strategies")
    assert re.search(r"/strategies/[0-9a-f-]{36}$", page.url), page.url
    return page.url


def look(page):
    """With everything open that can be opened: what axe-core says, and whether it is wider than the window."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    wrong = problems(page)
    excess = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return wrong + ([f"{excess} px too wide"] if excess > 0 else [])


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("role", PAGES)
def test_pages_of(role, width, server, visitor):
    page = visitor(viewport={"width": width, "height": 900 if width > 800 else 780})
    base, activities = "", []
    if role != "visitor":
        base = newest(enter(page, server, role), server).removeprefix(server.address)
        activities = page.locator("main table a[href*='/activities/']").evaluate_all("all => all.map(each => each.href.split('/').pop())")
        assert (len(activities) >= 7) == (role == "senco")
    found = {}
    for path in PAGES[role]:
        there = path if path.startswith((SCHOOL, PUBLIC)) else base + re.sub(r"\d$|\d(?=/c)", lambda place: (
            activities[int(place[0]) - 1] if "/activities/" in path else place[0]), path)
        assert page.goto(server.address + there).status == 200, path
        found[path] = look(page)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("width", [1280, 360])
def test_pages_that_refuse_something(width, own_server, visitor):
    page = enter(visitor(viewport={"width": width, "height": 780}), own_server, "senco")
    base = newest(page, own_server)
    cost = page.get_attribute("main table a[href*='/activities/']", "href") + "/costs"
    found = {}
    for path, field, typed, button in [
        (base + "/details", "until", "1 August 2026", "Save"), (base + "/funding", "amount-", "a lot", "Save"),
        (base + "/choices", "", "", "Add those ticked"), (base + "/activities/new", "name", "", "Add this activity"),
        (own_server.address + cost, "amount", "a lot", "Add this cost"), (base + "/reviews/2026", "day", "some day", "Keep this review"),
        (f"{own_server.address}{SCHOOL}/principles", "from", "some day", "Add these"),
    ]:
        page.goto(path)
        if field:
            page.fill(f"main input[name^='{field}'] >> nth=0", typed)
        press(page, button, wants="refused")
        found[path] = look(page)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


MISSING = "section[aria-labelledby=missing] > .findings"


def press(page, words, wants="done"):
    page.click(f"main button:text-is('{words}') >> nth=0")
    page.wait_for_load_state()
    told = page.locator("main [role=alert]")
    assert (told.count() > 0) == (wants == "refused"), f"{words}: {told.all_inner_texts()}"


def choose(page, *names):
    for name in names:
        page.locator("main .option:has(input[name=row])", has_text=name).locator("input").first.check()


def finish(page, base):
    """Fills in what each activity lacks, until none lacks anything."""
    for _ in range(10):
        page.goto(base)
        lacking = page.locator(f"{MISSING} a[href*='/activities/']")
        if not lacking.count():
            return
        lacking.first.click()
        page.click("main a:text-is('Change what it says')")
        for field, words in [("barrier", "Noise hides words."), ("impact", "Children answer in whole sentences."),
                             ("measure", "Whole sentences in an hour"), ("owner", "SENCO")]:
            page.fill(f"main [name={field}]", words)
        page.select_option("select[name=layer]", label="Targeted")
        page.select_option("select[name=funding]", label="Inclusive Mainstream Fund")
        page.select_option("select[name=principle]", index=1)
        press(page, "Save")
    raise AssertionError(page.locator(MISSING).all_inner_texts())


def pounds(text):
    return int(re.search(r"£([\d,]+\.\d\d)", text)[1].replace(",", "").replace(".", ""))


def column(page, caption):
    """The last column of a table of costs: those of the activities, and the sum."""
    rows = page.locator(f"table:has(caption:text-is('{caption}'))").first
    return [each.inner_text() for each in rows.locator("tbody tr td:last-child").all()], rows.locator("tfoot tr td:last-child").inner_text()


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_the_map_to_what_strangers_read(scripts, own_server, visitor):
    title = f"Kettle strategy {'one' if scripts else 'two'}"
    page, governor, stranger = [visitor(java_script_enabled=scripts) for _ in range(3)]
    enter(page, own_server, "senco")
    newest(page, own_server)
    page.click("main a:text-is('Begin another strategy')")
    page.fill("input[name=title]", title)
    page.fill("input[name=owner]", "Head teacher")
    press(page, "Begin")
    base = page.url.split("?")[0]
    said = page.inner_text("main")
    for words in ["There is no activity yet.", "The amount of the grant is not said.", "The governors have not approved it yet.",
                  "The school’s approach to inclusion is not described."]:
        assert words in said
    page.click("main a:text-is('Choose from the map')")
    choose(page, "Story box", "Narrative group")
    press(page, "Add those ticked")
    page.click("main a:text-is('Choose from the map')")
    choose(page, "Number catch-up", "Social skills group")
    page.check("input[name=way][value=one]")
    press(page, "Add those ticked", wants="refused")
    assert page.locator("input[name=row]:checked").count() == 2, "what was ticked stays"
    page.fill("input[name=name]", "Counting together")
    press(page, "Add those ticked")
    page.click("main a:text-is('Write one in')")
    page.fill("input[name=name]", "Kettle training")
    page.fill("textarea[name=description]", "A trainer comes twice.")
    press(page, "Add this activity")
    page.click("main a:text-is('Write a cost in')")
    for field, words in [("what", "The trainer"), ("amount", "1,250.55"), ("from", "1 March 2027"), ("until", "30 April 2027")]:
        page.fill(f"input[name={field}]", words)
    press(page, "Add this cost")
    # Day by day: 31 of its 61 days are in March.
    assert "£635.53" in page.inner_text("main") and "£615.02" in page.inner_text("main")
    finish(page, base)
    page.click("main a[href$='/details'] >> nth=0")
    page.fill("textarea[name=approach]", "We boil the kettle together.\nThen we talk.")
    press(page, "Save")
    page.click("main a:text-is('Say what money there is')")
    page.fill("main input[name^=amount-] >> nth=0", "14,000")
    page.fill("main input[name^=amount-] >> nth=1", "£6,000.50")
    press(page, "Save")
    assert page.inner_text(MISSING) == "The governors have not approved it yet."
    assert "£20,000.50" in page.inner_text("main")
    amounts, total = column(page, "Activities with their budgeted costs")
    assert sum(map(pounds, amounts)) == pounds(total) > 125_055
    page.goto(base + "/publication")
    assert not page.locator("main button:text-is('Publish it')").count() and "Still missing" in page.inner_text("main")

    enter(governor, own_server, "governor")
    governor.goto(base)
    governor.fill("textarea[name=comment]", "Who fills the kettle?")
    press(governor, "Add this comment")
    press(governor, "Approve this strategy")
    assert "Who fills the kettle?" in governor.inner_text("main")

    page.goto(base)
    assert "Approved by governors on" in page.inner_text(".standing") and "Who fills the kettle?" in page.inner_text("main")
    page.click("main a:text-is('Look through and publish')")
    if page.locator("input[name=names]").count():
        page.check("input[name=names]")
    press(page, "Publish it")
    assert "Published on" in page.inner_text(".standing")

    stranger.goto(own_server.address + PUBLIC)
    assert stranger.inner_text("h1") == title
    shown, public = column(stranger, "Budgeted costs, by school year and by financial year")
    assert public == total and len(shown) == len(amounts)
    assert all(seen in ("not shown", wanted) for seen, wanted in zip(shown, amounts))
    words = stranger.inner_text("main")
    for told in ["Counting together", "Story box", "We boil the kettle together.", "Not on the school’s map of provision", "£14,000.00"]:
        assert told in words, told
    assert "Who fills the kettle?" not in words, "what governors say is for the school"
    for link in ["As PDF", "As a Word document"]:
        file = stranger.request.get(own_server.address + stranger.get_attribute(f"main a:text-is('{link}')", "href"))
        assert file.status == 200 and len(file.body()) > 3000
    stranger.click("main ul a[href$='/900001/1']")
    assert "This is an earlier version." in stranger.inner_text("main") and title not in stranger.inner_text("h1")


def test_by_keyboard_alone(own_server, visitor):
    page = enter(visitor(), own_server, "senco")

    def go(words, where="main", key="Enter", most=150):
        tab_to(page, words, where, most)
        if key == "Enter":
            with page.expect_navigation():
                page.keyboard.press("Enter")
        else:
            page.keyboard.press(key)

    def write(**typed):
        for name, words in typed.items():
            label = page.eval_on_selector(f"main form [name^={name}]", "each => each.labels[0].textContent")
            tab_to(page, " ".join(label.split()), "main form")
            if page.evaluate("document.activeElement.localName !== 'select'"):
                page.keyboard.press("ControlOrMeta+A")
            page.keyboard.type(words)

    go("Strategy", "nav")
    go("Begin another strategy")
    write(title="A strategy by keys", owner="Head teacher", approach="Letters, and no mouse.")
    go("Begin")
    base = page.url.split("?")[0]
    go("Choose from the map")
    go("Number catch-up", key="Space")
    go("Add those ticked", most=250)
    go("has no measure")
    go("Change what it says")
    write(barrier="Numbers are far away.", layer="Targeted", funding="Inclusive", principle="Every child", owner="SENCO",
          impact="They are near.", measure="Steps")
    go("Save")
    page.goto(base)
    go("The amount of the grant is not said.")
    write(**{"amount-": "14000"})
    go("Save", "main form")
    assert page.inner_text(MISSING) == "The governors have not approved it yet."
    senco, page = page, enter(visitor(), own_server, "governor")
    page.goto(base)
    write(comment="Well typed.")
    go("Add this comment")
    go("Approve this strategy", most=250)
    assert "Approved by governors" in page.inner_text(".standing") and "Well typed." in page.inner_text("main")
    page = senco
    page.goto(base)
    go("Look through and publish")
    go("Publish it")
    assert "Published on" in page.inner_text(".standing")
    page.goto(own_server.address + PUBLIC)
    tab_to(page, "As PDF", "main")
    assert page.inner_text("h1") == "A strategy by keys"
