"""Groups through a real browser: without JavaScript, and with the keyboard alone."""
import re

from conftest import enter


def tab_to(page, words, most=200):
    """Presses the tabulator until what has the focus says these words."""
    for _ in range(most):
        page.keyboard.press("Tab")
        said = page.evaluate(
            "(e => e.textContent.trim() || (e.labels && e.labels[0] ? e.labels[0].textContent.trim() : ''))"
            "(document.activeElement)")
        if said.startswith(words):
            return
    raise AssertionError(f"no focus on “{words}”")


def first_group(page, school):
    page.goto(school + "/groups")
    links = page.eval_on_selector_all("main table a[href*='/groups/']", "links => links.map(link => link.href)")
    page.goto(links[0])
    return links[0]


def test_without_javascript_a_group_is_added_with_who_was_ticked(server, visitor):
    page = enter(visitor(java_script_enabled=False), server, "senco")
    school = page.url.split("?")[0]
    page.goto(school + "/groups/new")
    page.click("a[href*='/groups/new?type='] >> nth=2")
    page.fill("input[name=minutes]", "half an hour")
    page.select_option("select[name=pupils-year]", "3")
    page.click("text=Show and tick them all")
    ticked = page.locator("input[name=pupils]:checked").count()
    assert ticked > 20
    page.click("text=Add this group")
    assert page.is_visible(".error-summary, [role=alert]")
    assert page.input_value("input[name=minutes]") == "half an hour"
    assert page.locator("input[name=pupils]:checked").count() == ticked
    page.fill("input[name=minutes]", "25")
    page.click("text=Add this group")
    assert re.search(r"/groups/[0-9a-f-]{36}$", page.url.split("?")[0])
    assert page.is_visible("text=25 min")


def test_the_keyboard_alone_ends_a_group_and_mends_a_mistake(server, visitor):
    page = enter(visitor(), server, "senco")
    group = first_group(page, page.url.split("?")[0])
    tab_to(page, "End it")
    page.keyboard.press("Enter")
    page.wait_for_url("**/end")
    tab_to(page, "Last day")
    page.keyboard.press("Control+A")
    page.keyboard.type("soon")
    page.keyboard.press("Enter")
    page.wait_for_selector(".error-summary, [role=alert]")
    assert page.input_value("input[name=until]") == "soon"
    tab_to(page, "Last day")
    page.keyboard.press("Control+A")
    page.keyboard.type(page.evaluate("new Date().toISOString().slice(0, 10)"))
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.split("?")[0] == group)
    assert page.is_visible("text=Ended.")


def test_provisions_under_headings_are_narrowed_to_what_is_typed(server, visitor):
    page = enter(visitor(), server, "senco")
    page.goto(page.url.split("?")[0] + "/groups/new")
    links = page.locator("#types li a")
    count = links.count()
    assert count > 20 and page.inner_text("output") == f"{count} provisions"
    page.fill("input[type=search]", "READING paired")
    assert [each.inner_text() for each in links.all() if each.is_visible()] == ["Paired reading"]
    assert page.inner_text("output") == f"1 of {count} provisions"
    assert [each.inner_text() for each in page.locator("#types h2").all() if each.is_visible()] == ["Literacy"]
    page.keyboard.press("Escape")
    assert all(each.is_visible() for each in links.all())


def test_clashes_are_told_with_a_way_out(server, visitor):
    page = enter(visitor(java_script_enabled=False), server, "senco")
    school = page.url.split("?")[0]
    page.goto(school + "/groups/clashes")
    sharing = page.locator("button:has-text('time among them')")
    before = sharing.count()
    assert before > 0
    kinds = ["Adults in two places", "Pupils booked twice", "Lessons that are always missed"]
    assert page.locator("h2").all_inner_texts() == kinds
    sharing.first.click()
    assert page.is_visible("text=Changed")
    assert page.locator("button:has-text('time among them')").count() < before
    page.click("a:has-text('Another time for') >> nth=0")
    assert page.inner_text("h1") == "When it meets"
