"""Every page that a role can reach by links is looked at by axe-core, once for each pattern of address, on a desk and on a
phone; none may have a violation or be wider than the window."""
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import enter

ROLES = [
    "senco", "head-teacher", "governor", "finance", "teacher", "teaching-assistant", "office", "moderator",
    "data-protection", "administrator", "assistant-senco",
]
IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
FILES = (".pdf", ".csv", ".xlsx", ".docx", ".json", "/export")
axe = Axe()


def pattern(path):
    path = IDS.sub("ID", path.split("#")[0].split("?")[0])
    # One cell is like another.
    return re.sub(r"(/map/cells|/project/framework/\w+)/[\w-]+/[\w-]+$", r"\1/CELL", path)


def reachable(page, server, *starts, most=60):
    """Walks links breadth first and yields each pattern of address once, with the page standing on it."""
    waiting, seen = list(starts), set()
    while waiting and len(seen) < most:
        path = waiting.pop(0)
        if pattern(path) in seen or pattern(path).endswith(FILES) or "/public/" in path:
            continue
        seen.add(pattern(path))
        answer = page.goto(server.address + path)
        assert answer.status == 200, f"{pattern(path)}: {answer.status}"
        yield path
        links = page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")
        waiting += [link for link in links if link.startswith("/")]


def problems(page):
    found = axe.run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]


@pytest.mark.parametrize("role", ROLES)
def test_pages_of(role, server, visitor):
    page = enter(visitor(), server, role)
    start = page.url.removeprefix(server.address)
    found = {}
    for path in reachable(page, server, start):
        wrong = problems(page)
        if wrong:
            found[pattern(path)] = wrong
    assert not found


@pytest.mark.parametrize("path", ["/sign-in", "/forgotten", "/help", "/development", "/no-such-page"])
def test_pages_before_signing_in(path, server, visitor):
    page = visitor()
    page.goto(server.address + path)
    assert not problems(page)


@pytest.mark.parametrize("width", [320, 360])
def test_no_page_is_wider_than_a_phone(width, server, visitor):
    page = enter(visitor(viewport={"width": width, "height": 780}), server, "senco")
    start = page.url.removeprefix(server.address)
    wide = {}
    for path in reachable(page, server, start, most=30):
        excess = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if excess > 0:
            wide[pattern(path)] = excess
    assert not wide
