"""Journeys through a real browser: with the keyboard alone, and without JavaScript."""
from conftest import enter


def test_the_keyboard_alone_leads_from_the_door_to_the_map(server, visitor):
    page = visitor()
    page.goto(server.address + "/sign-in")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "SENCO":
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/schools/**")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Map":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/map")
    assert page.inner_text("h1") == "School map"


def test_without_javascript_the_map_can_be_filtered_and_its_working_opened(server, visitor):
    page = enter(visitor(java_script_enabled=False), server, "senco")
    school = page.url.split("?")[0]
    page.goto(school + "/map")
    page.select_option("select[name=by]", "stage")
    page.click("text=Show")
    assert "by=stage" in page.url
    assert page.is_visible("text=Key stage 2")
    page.click("td a[href*='/map/working'] >> nth=0")
    assert page.inner_text("h1") == "How this figure came about"


def test_without_javascript_a_pupil_can_be_added_and_a_mistake_loses_nothing(server, visitor):
    page = enter(visitor(java_script_enabled=False), server, "senco")
    school = page.url.split("?")[0]
    page.goto(school + "/pupils/new")
    page.fill("input[name=surname]", "Testname")
    page.fill("input[name=forename]", "Robin")
    page.fill("input[name=birth-day]", "31 February 2018")
    page.click("main form button[type=submit] >> nth=-1")
    assert page.inner_text("main").count("31") >= 0
    assert page.input_value("input[name=surname]") == "Testname"
    assert page.is_visible(".error-summary, [role=alert]")


def test_a_governor_finds_no_name(server, visitor):
    page = enter(visitor(), server, "senco")
    page.goto(page.url.split("?")[0] + "/map")
    names = page.eval_on_selector_all("td a[href*='/pupils/']", "links => links.map(link => link.textContent)")
    assert len(names) > 20
    governor = enter(visitor(), server, "governor")
    governor.goto(governor.url.split("?")[0] + "/map")
    text = governor.content()
    own = governor.inner_text("a[href='/account']")  # a pupil may share the governor's own name
    assert not [name for name in names if name in text and name not in own]
    assert "fewer than 5" in text
