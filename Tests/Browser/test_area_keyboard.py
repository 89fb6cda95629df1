"""An area with the keyboard alone: Tab, Space, Enter and letters. Wherever the focus is, it is seen."""
from conftest import enter

AREA = "/areas/marlowshire"
NAME = """() => {
  const here = document.activeElement;
  const own = here.getAttribute('aria-label') ?? (here.labels?.length ? here.labels[0].textContent : here.textContent);
  return own.replace(/\\s+/g, ' ').trim();
}"""
SEEN = """() => {
  const here = document.activeElement;
  if (here === document.body) return true;
  const [style, box] = [getComputedStyle(here), here.getBoundingClientRect()];
  const isRinged = [style, getComputedStyle(here, '::after')].some(
    one => one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) >= 2 || one.boxShadow.startsWith('rgb'));
  const isInWindow = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return isRinged && isInWindow && box.width > 0 && box.height > 0;
}"""


def tab_to(page, wanted, within="body", most=120):
    """Presses Tab until what has the name `wanted` and stands in `within` has the focus; every stop is seen."""
    passed = []
    for _ in range(most):
        page.keyboard.press("Tab")
        passed.append(page.evaluate(NAME))
        assert page.evaluate(SEEN), f"the focus is not seen on {passed[-1]}"
        if wanted in passed[-1] and page.evaluate(f"document.activeElement.closest(\"{within}\") !== null"):
            return passed[-1]
    raise AssertionError(f"no {wanted} in {passed}")


def test_a_contributor_comes_in_adds_an_entry_and_sees_it_on_the_map(own_server, visitor):
    page = visitor()
    page.goto(own_server.address + "/sign-in")
    tab_to(page, "Contributor")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk")
    tab_to(page, "Add provision")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entries/new**")
    assert page.evaluate(SEEN)
    tab_to(page, "Speech, language and communication", "main")
    if not page.is_checked("input:focus"):
        page.keyboard.press("Space")
    tab_to(page, "What happens, or what is missing?")
    page.keyboard.type("A kettle choir meets in the library each week, and children sing what they cannot say yet.")
    tab_to(page, "Who is it for?")
    page.keyboard.type("children in Year 1 with few words")
    for level in ["Universal", "Targeted"]:
        assert "Workforce" in tab_to(page, f"{level} Workforce")
        page.keyboard.press("Space")
        assert page.is_checked("input:focus")
    tab_to(page, "Of provision: numbers and cost")
    page.keyboard.press("Enter")
    tab_to(page, "Children reached in a year")
    page.keyboard.type("45")
    tab_to(page, "Put it on the map")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entries/0*")
    assert "A kettle choir" in page.inner_text("h1")
    tab_to(page, "Map", "nav")
    page.keyboard.press("Enter")
    page.wait_for_url("**/map**")
    tab_to(page, "provision", "a[href*='/cells/workforce/universal']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/map/cells/workforce/universal**")
    assert page.inner_text("h1").startswith("Workforce, Universal")
    assert "A kettle choir" in page.inner_text("main")


def test_a_coordinator_filters_the_map_and_opens_a_cell(server, visitor):
    page = enter(visitor(), server, "coordinator")
    page.goto(f"{server.address}{AREA}/map")
    whole = page.inner_text("table caption + thead ~ tbody >> nth=0")
    tab_to(page, "Sector", "main")
    page.keyboard.type("Schools")
    tab_to(page, "Show", "main form")
    page.keyboard.press("Enter")
    page.wait_for_url("**sector=**")
    assert page.inner_text("table caption + thead ~ tbody >> nth=0") != whole
    tab_to(page, "provision", "a[href*='/cells/identification/universal']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/map/cells/identification/universal**")
    assert "sector=" in page.url, "the cell is looked at with the same question"
    assert page.inner_text("h1") == "Identification, Universal"
    assert page.locator("main h2:text-is('Provision')").count() == 1 and page.locator("main h3").count() > 0


def test_a_coordinator_ticks_entries_and_marks_them(own_server, visitor):
    page = enter(visitor(), own_server, "coordinator")
    page.goto(f"{own_server.address}{AREA}/entries?checked=no")
    tab_to(page, "All on this page")
    page.keyboard.press("Space")
    assert page.locator("tbody input[type=checkbox]:checked").count() == 50
    page.keyboard.press("Space")
    tab_to(page, "", "tbody label")
    page.keyboard.press("Space")
    assert page.locator("tbody input[type=checkbox]:checked").count() == 1
    waiting = page.inner_text("caption")
    tab_to(page, "Mark as checked", most=200)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.goto(f"{own_server.address}{AREA}/entries?checked=no")
    assert page.inner_text("caption") != waiting
