"""What the forms of an area lead to, and no link: looked at by axe-core, on a desk and on a phone."""
import pytest

from conftest import enter
from test_accessibility import problems
from test_area_without_scripts import CODE, press

AREA = "/areas/marlowshire"
NEW = f"{AREA}/entries/new?kind=gap&specialism=slcn"


def first_step(page, organisation):
    page.fill("input[name=code]", CODE)
    page.fill("input[name=name]", "Robin Tester")
    page.fill("input[name=email]", "robin@lantern.example")
    page.fill("input[name=organisation]", organisation)
    press(page, "Go on")


def wrong_code(page):
    press(page, "Go on")
    assert page.is_visible("[role=alert]")


def new_organisation(page):
    first_step(page, "Lantern Youth Theatre")
    assert page.is_visible("select[name=sector]")


def like_one_that_is_known(page):
    first_step(page, "Ashfield Primary")
    assert page.is_visible("input[name=choice]")


def password(page):
    new_organisation(page)
    page.select_option("select[name=sector]", label="Schools")
    press(page, "Go on")
    press(page, "Register")
    assert page.is_visible("input[name=new-password]") and page.is_visible("[role=alert]")


def refused_entry(page):
    press(page, "Put it on the map")
    assert page.is_visible("[role=alert]")


def nudged_entry(page):
    page.fill("textarea[name=description]", "Ring 01632 960123.")
    page.check("input[name=cells][value='intervention.targeted']")
    press(page, "Put it on the map")
    assert page.is_visible(".banner.warning")


def all_of_a_form(page):
    for summary in page.locator("main details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()


def side_by_side(page):
    boxes = page.locator("tbody input[name=entry]")
    for place in range(3):
        boxes.nth(place).check()
    press(page, "Merge them …")
    assert page.inner_text("h1") == "Merge entries"


def nothing_found(page):
    page.fill("input[name=words]", "xylophone zeppelin")
    press(page, "Search")
    assert "Nothing is found" in page.inner_text("main")


def no_boundaries(page):
    page.click("main details:has(input[name=file]) > summary")
    press(page, "Take the boundaries")
    assert page.is_visible("[role=alert]")


def round_too_early(page):
    press(page, "Open it")
    assert page.is_visible("[role=alert]")


def warned_answer(page):
    page.check("input[name=voice][value=parent]")
    page.fill("textarea[name=works]", "Mrs Gwendoline Fairweather sings with them every Tuesday.")
    press(page, "Send")
    assert page.is_visible("button:text-is('Send it as it is')")


def thanks(page):
    page.check("input[name=voice][value=parent]")
    page.fill("textarea[name=works]", "Singing together every Tuesday.")
    press(page, "Send")
    assert "/survey/thanks" in page.url


STEPS = [
    (None, f"{AREA}/register", wrong_code), (None, f"{AREA}/register", new_organisation),
    (None, f"{AREA}/register", like_one_that_is_known), (None, f"{AREA}/register", password),
    (None, f"{AREA}/survey", warned_answer), (None, f"{AREA}/survey", thanks),
    ("contributor", NEW, refused_entry), ("contributor", NEW, nudged_entry), ("contributor", NEW, all_of_a_form),
    ("coordinator", f"{AREA}/entries", side_by_side), ("coordinator", f"{AREA}/entries", nothing_found),
    ("coordinator", f"{AREA}/project/localities", no_boundaries), ("coordinator", f"{AREA}/project/rounds/new", round_too_early),
]


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(("role", "path", "step"), STEPS, ids=[step.__name__ for _, _, step in STEPS])
def test_what_a_form_leads_to(role, path, step, width, own_server, visitor):
    page = visitor(viewport={"width": width, "height": 800})
    if role:
        enter(page, own_server, role)
    page.goto(own_server.address + path)
    step(page)
    assert not problems(page)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
