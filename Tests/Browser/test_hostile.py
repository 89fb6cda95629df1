"""Every form that a SENCO, finance, and an area's coordinator and contributor can reach, with each of its fields in turn
holding what nobody types: a sentence or a page, never a fault, and the program goes on. (The walk of the routes tries all
fields at once.)"""
import re
import urllib.parse

import pytest

from agent import Agent, values
from conftest import Server, trellis

VALUES = ["31/12/9999", "-1", "99999999999999999999999", "<script>alert(1)</script>", "🦊" * 3000, "0"]
FILES = (".csv", ".xlsx", ".pdf", ".docx", ".json")


def kind(path):
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "ID", path.split("?")[0])


def crawl(agent, start):
    """One page of each kind of address."""
    found, waiting = {}, [start, "/account"]
    while waiting:
        path = waiting.pop(0).split("#")[0]
        if kind(path) in found or kind(path).endswith(FILES) or "/public/" in path:
            continue
        page = agent.open(path)
        assert page.status == 200, (path, page.status)
        found[kind(path)] = path
        if "html" in page.headers["Content-Type"]:
            waiting += [link for link in page.html.xpath("//a/@href") if link.startswith("/")]
    return found.values()


def forms(page):
    """What each form of a page is sent to, with its fields as they stand; the token apart."""
    for form in page.html.forms:
        action = form.action or page.path
        if "sign-out" in action or "demonstration" in action or "/sessions/" in action:
            continue
        names = [name for name in dict.fromkeys(form.xpath(".//*[@name]/@name")) if name != "csrf"]
        yield form.method, action, names, list(values(form))


@pytest.mark.parametrize("role", ["senco", "finance", "coordinator", "contributor"])
def test_forms_with_what_nobody_types(role, tmp_path):
    database = tmp_path / "trellis.sqlite"
    trellis("demo", database=database)
    server = Server(database, "--demo")
    agent = Agent(server.address)
    agent.open("/sign-in")
    agent.submit(f"/demonstration/{role}")
    tried, wrong = set(), []

    def look(page, what):
        assert server.process.poll() is None, f"the program died of {what}: {server.text()[-400:]}"
        if page.status >= 500 or "<script>alert" in page.text:
            wrong.append((what, page.status))

    try:
        for path in list(crawl(agent, agent.page.path.split("?")[0])):
            page = agent.open(path)
            if page.status != 200 or "html" not in page.headers["Content-Type"]:
                continue
            for method, action, names, pairs in list(forms(page)):
                sort = (method, kind(action), *names)
                if sort in tried:
                    continue
                tried.add(sort)
                for name in names:
                    for value in VALUES:
                        what = f"{kind(action)} {name}={value[:30]}"
                        try:
                            if method == "GET":
                                query = urllib.parse.urlencode([(name, value)])
                                look(agent.open(f"{action.split('#')[0].split('?')[0]}?{query}", follows=False), what)
                            else:
                                sent = [pair for pair in pairs if pair[0] != name] + [(name, value)]
                                look(agent.send(action.split("#")[0], sent, follows=False), what)
                                look(agent.open(path, follows=False), "the page after " + what)
                        except OSError:
                            look(agent.page, what)
                            raise
        assert len(tried) > {"senco": 40, "coordinator": 30}.get(role, 5)
        assert not wrong
        assert agent.open("/account").status == 200
    finally:
        server.close()
