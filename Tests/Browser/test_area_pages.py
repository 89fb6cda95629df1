"""Every page of an area that a role, or a visitor without any, can reach by links: looked at by axe-core on a desk and on a
phone, never wider than the window, and printed without being cut off."""
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
