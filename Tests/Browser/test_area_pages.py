"""Every page of an area that a role, or a visitor without any, can reach by links: looked at by axe-core on a desk and on a
phone, never wider than the window, and printed without being cut off."""
import io

import pypdf
import pytest

from conftest import enter
from test_accessibility import pattern, problems, reachable

AREA = "/areas/marlowshire"
VISITOR = "visitor"
LEAST = {"coordinator": 30, "commissioner": 14, "contributor": 16, VISITOR: 7}


def coming_in(page, server, role):
    """The addresses from which somebody follows links."""
    if role == VISITOR:
        return ["/areas", AREA, f"{AREA}/public"]
    enter(page, server, role)
    assert page.url == f"{server.address}{AREA}/desk"
    return [f"{AREA}/desk", AREA]


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("role", LEAST)
def test_pages_of(role, width, server, visitor):
    page = visitor(viewport={"width": width, "height": 900 if width > 800 else 780})
    found, seen = {}, []
    for path in reachable(page, server, *coming_in(page, server, role)):
        seen.append(path)
        wrong = problems(page)
        excess = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if excess > 0:
            wrong.append(f"{excess} px too wide")
        if wrong:
            found[pattern(path)] = wrong
    assert not found
    assert len(seen) >= LEAST[role], seen


# What is wider than the paper, or than a box that would have to be scrolled. Around the cells of a heat map are 5 px of nothing.
CUT = """() => {
  const wide = [];
  for (const each of document.querySelectorAll('body *')) {
    const [style, box] = [getComputedStyle(each), each.getBoundingClientRect()];
    if (box.width === 0 || box.height <= 1 || style.clipPath !== 'none') continue;
    const scrolls = ['auto', 'scroll', 'hidden', 'clip'].includes(style.overflowX) && each.scrollWidth > each.clientWidth + 1;
    if (scrolls || box.right > innerWidth + 5 || box.left < -5) wide.push(each.outerHTML.slice(0, 120));
  }
  return wide;
}"""
PAPER = {"A4 upright": 680, "A4 across": 1000}  # px within its margins


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("path", ["map", "gaps", "public", "map/localities", "map/then-and-now"])
def test_in_print_nothing_is_cut_off_and_nothing_is_pressed(path, paper, server, visitor):
    page = enter(visitor(viewport={"width": PAPER[paper], "height": 900}), server, "commissioner")
    page.emulate_media(media="print")
    page.goto(f"{server.address}{AREA}/{path}")
    assert not page.evaluate(CUT)
    pressed = page.locator(":is(button, select, input:not([type=hidden]), .skip, .sections, .tabs, .breadcrumbs, .foot nav)")
    assert [each.inner_text() for each in pressed.all() if each.is_visible()] == []


def test_printed_figures_are_told_apart_without_colour(server, visitor):
    page = enter(visitor(viewport={"width": 1000, "height": 900}), server, "commissioner")
    page.emulate_media(media="print")
    page.goto(f"{server.address}{AREA}/map?sector=health")
    kinds = set()
    for cell in page.locator("table.heat tbody td").all():
        words = cell.inner_text()
        edge = cell.evaluate("each => getComputedStyle(each).borderTopStyle + getComputedStyle(each).borderTopWidth")
        if "nobody has answered" in words:
            kinds.add("silent")
            assert edge == "dashed1px", words
        else:
            kinds.add("nothing" if "nothing here" in words else "provision")
            assert edge == "solid1px" and words.split()[0].isdigit(), words
    assert kinds == {"silent", "nothing", "provision"}
    for bar in page.locator("td:has(.bar-of)").all():
        assert bar.inner_text().strip(), "a bar has its figure beside it"


def test_a_printed_heat_map_stands_on_one_side_of_a4(server, visitor):
    page = enter(visitor(), server, "commissioner")
    page.goto(f"{server.address}{AREA}/map")
    provisions = page.locator("table.heat tr td").last.inner_text().split("\n")[0].split()[0]
    paper = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=False)))
    side = paper.pages[0]
    assert [round(float(length)) for length in side.mediabox[2:]] == [842, 595]
    text = " ".join(side.extract_text().split())
    for words in ["Family support", "Intervention", "All levels", "All strands", f"{provisions} provisions", "Nobody has answered"]:
        assert words in text, words
