"""The demonstration's one-click doors and /development: there with --demo only, and only while nothing but the
demonstration is kept. The first real school, file or taken-up invitation closes them for good, whatever way it comes in
by; what is typed by hand does not."""
import re

import pytest

from agent import PASSWORD, Agent, link_in, path_of
from conftest import Server, trellis

ROLES = ["senco", "head-teacher", "governor", "finance", "teacher", "teaching-assistant", "office"]
SCHOOL = ["school", "add", "--urn", "123456", "--name", "Real Primary", "--phase", "primary"]
LIST = b"Surname,Forename,DOB,Year\nReal,Robin,03/04/2017,4\n"


def doors(address):
    return len(Agent(address).open("/sign-in").html.xpath("//form[contains(@action, '/demonstration/')]"))


def stand_open(address):
    if doors(address) < len(ROLES):
        return False
    visitor = Agent(address)
    token = visitor.open("/sign-in").html.xpath("//input[@name='csrf']")[0].value
    for role in ROLES:
        entered = Agent(address)
        entered.cookies = dict(visitor.cookies)
        assert entered.send(f"/demonstration/{role}", {"csrf": token}, follows=False).status == 303, role
    return visitor.open("/development").status == 200


def stand_shut(address):
    visitor = Agent(address)
    token = visitor.open("/sign-in").html.xpath("//input[@name='csrf']")[0].value
    answers = [visitor.send("/demonstration/senco", {"csrf": token}, follows=False).status]
    for page in ["/development", "/development/components", "/development/messages", "/development/pages/SignInPage/1"]:
        answers.append(visitor.open(page, follows=False).status)
    return doors(address) == 0 and set(answers) == {404}


def enter(address, role="senco"):
    agent = Agent(address)
    agent.open("/sign-in")
    agent.submit(f"/demonstration/{role}")
    agent.school = agent.page.path.split("?")[0]
    assert agent.school.startswith("/schools/")
    return agent


def by_school(database, address, folder):
    added = trellis(*SCHOOL, database=database)
    assert b"closes its one-click sign-in for good" in added.stderr, "it says so first"


def by_import_command(database, address, folder):
    file = folder / "pupils.csv"
    file.write_bytes(LIST)
    preview = trellis("import", "pupils", "--school", "900001", str(file), database=database)
    assert stand_open(address), "a preview writes nothing"
    assert b"clos" in preview.stdout + preview.stderr, "it says so first"
    done = trellis("import", "pupils", "--school", "900001", str(file), "--commit", database=database)
    assert b"closes its one-click sign-in for good" in done.stderr


def by_page(database, address, folder):
    agent = enter(address)
    for page in ["/imports", "/imports/new?kind=pupils"]:
        assert "closes these doors for good" in agent.open(agent.school + page).words, "it says so first"
    agent.submit("/imports", {"kind": "pupils"}, files=[("file", "pupils.csv", LIST)])
    assert stand_open(address), "a preview writes nothing"
    form = [form.action for form in agent.page.html.forms if re.search(r"/imports/[0-9a-f-]{36}$", form.action or "")][0]
    agent.submit(form)


def by_invitation(database, address, folder):
    agent = enter(address)
    agent.open(agent.school + "/members/invite")
    agent.submit("/members/invite", {"email": "real.person@council.example", "role": "senco"})
    assert agent.page.h1 == "The invitation is ready"
    link = path_of(link_in(agent.page.text))
    invited = Agent(address)
    assert "closes these doors for good" in invited.open(link).words, "it says so first"
    assert stand_open(address), "looking closes nothing"
    invited.submit(link, {"name": "Real Person", "new-password": PASSWORD, "again": PASSWORD})
    assert invited.page.path.startswith("/second-factor/set-up"), invited.page.words


WAYS = {"school add": by_school, "import": by_import_command, "page": by_page, "invitation": by_invitation}


@pytest.mark.parametrize("way", WAYS)
def test_they_close_for_good(way, empty, tmp_path):
    trellis("demo", database=empty)
    server = Server(empty, "--demo")
    try:
        assert stand_open(server.address)
        inside = enter(server.address)
        WAYS[way](empty, server.address, tmp_path)
        assert stand_shut(server.address)
        assert inside.open(inside.school).h1 == "Sign in", "whoever came in by one is out"
    finally:
        server.close()
    # Started again they stay shut; and so in a copy on either engine, though the demonstration is still in it.
    server = Server(empty, "--demo")
    try:
        assert stand_shut(server.address)
    finally:
        server.close()
    trellis("backup", str(tmp_path / "backup"), database=empty)
    copy = tmp_path / "copy.sqlite"
    trellis("restore", str(tmp_path / "backup"), database=copy)
    server = Server(copy, "--demo")
    try:
        assert stand_shut(server.address)
    finally:
        server.close()


def test_without_being_asked_for_there_are_none(demonstration):
    server = Server(demonstration)
    try:
        assert stand_shut(server.address)
    finally:
        server.close()


def test_a_session_of_the_doors_ends_where_they_are_not_offered(tmp_path):
    database = tmp_path / "trellis.sqlite"
    trellis("demo", database=database)
    server = Server(database, "--demo")
    agent = enter(server.address)
    server.close()
    server = Server(database)
    try:
        assert agent.move(server.address).open(agent.school).h1 == "Sign in"
    finally:
        server.close()


def test_an_empty_database_and_a_real_one_have_none(tmp_path):
    database = tmp_path / "trellis.sqlite"
    server = Server(database, "--demo")
    try:
        assert stand_shut(server.address)
        trellis(*SCHOOL, database=database)
        assert stand_shut(server.address)
        assert trellis("demo", database=database, check=False).returncode == 1
        assert stand_shut(server.address)
    finally:
        server.close()


def test_a_restored_demonstration_is_one_still(demonstration, tmp_path):
    trellis("backup", str(tmp_path / "backup"), database=demonstration)
    copy = tmp_path / "copy.sqlite"
    trellis("restore", str(tmp_path / "backup"), database=copy)
    server = Server(copy, "--demo")
    try:
        assert stand_open(server.address)
        trellis(*SCHOOL, database=copy)
        assert stand_shut(server.address)
    finally:
        server.close()


def test_what_the_demonstration_is_used_for_does_not_close_them(tmp_path):
    database = tmp_path / "trellis.sqlite"
    trellis("demo", database=database)
    server = Server(database, "--demo")
    try:
        agent = enter(server.address)
        assert "What you type here, anybody can read" in agent.page.text, "the ribbon says so"
        agent.open(agent.school + "/members/invite")
        agent.submit("/members/invite", {"email": "real.person@council.example", "role": "senco"})
        assert agent.page.h1 == "The invitation is ready"
        done = trellis("account", "add", "--email", "real@council.example", "--name", "Real", "--role", "senco", "--school",
                       "900001", database=database)
        assert b"anybody can come in by one click" in done.stderr
        pupil = agent.open(agent.school + "/pupils").html.xpath("//main//tbody//a/@href")[0]
        for form, fields in [
            ("/pupils/new", {"surname": "Testname", "forename": "Robin", "birth-day": "3 April 2017"}),
            (pupil.removeprefix(agent.school) + "/details", {"surname": "Testname"}),
            (pupil.removeprefix(agent.school) + "/contacts/new", {"name": "Test Parent", "relationship": "Mother"}),
            ("/staff/new", {"name": "Test Colleague", "role": None}),
        ]:
            assert "closes these doors" not in agent.open(agent.school + form).words, form
            fields = {name: value or agent.page.html.xpath(f"//select[@name='{name}']/option[@value!='']/@value")[0]
                      for name, value in fields.items()}
            agent.submit(form, fields)
            assert agent.page.status == 200 and agent.page.h1 != "Sign in" and "Test" in agent.page.words, form
            assert stand_open(server.address), form
        agent.open(agent.school + "/groups/new?type=none")
        heading = agent.page.html.xpath("//select[@name='heading']/option[@value!='']/@value")[0]
        agent.submit("/groups/new", {
            "name": "Chess club", "heading": heading, "pattern": "week", "sessions": "2", "minutes": "25", "act": "add"})
        assert "Added" in agent.page.words and agent.page.h1 == "Chess club", agent.page.words[:400]
        assert stand_open(server.address)
    finally:
        server.close()
