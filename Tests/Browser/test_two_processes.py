"""Two programs on one PostgreSQL are one to whoever uses them; the database's own mishaps are told apart from absence."""
import re
import threading
import time

import pytest

from agent import PASSWORD, Agent, begin, link_in, one_time_code, path_of, sign_in
from conftest import Server, trellis

URN = "123456"
LIST = b"Surname,Forename,DOB,Year\nReal,Robin,03/04/2017,4\nTrue,Toni,04/05/2017,4\n"


class Twins:
    def __init__(self, postgres):
        self.postgres, self.database = postgres, postgres.database()
        trellis("school", "add", "--urn", URN, "--name", "Ashfield Primary", "--phase", "primary", database=self.database)
        made = trellis("account", "add", "--email", "senco@a.example", "--name", "Ruth Lowe", "--role", "senco", "--school",
                       URN, database=self.database)
        self.one, self.two = Server(self.database), Server(self.database)
        self.agent = Agent(self.one.address)
        self.person = begin(self.agent, "senco@a.example", link_in(made.stdout.decode()))

    def ask(self, sql):
        return self.postgres.ask(self.database, sql)

    def cut(self):
        """Drops every connection that a program has to this database."""
        return len(self.ask(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid()"))

    def close(self):
        for server in (self.one, self.two):
            server.close()


@pytest.fixture
def twins(postgres):
    twins = Twins(postgres)
    yield twins
    twins.close()


def test_a_journey_goes_on_at_the_other(twins):
    one, two, agent = twins.one.address, twins.two.address, twins.agent
    way = f"/schools/{URN}"
    # A page of the one, sent to the other.
    agent.move(one).open(way + "/pupils/new")
    agent.move(two).submit("/pupils/new", {"surname": "Okafor", "forename": "Ada", "birth-day": "2 September 2018"})
    assert agent.page.status == 200
    assert "Okafor" in agent.move(one).open(way + "/pupils").words
    # A file chosen at the one, committed at the other.
    agent.open(way + "/imports/new?kind=pupils")
    agent.submit("/imports", {"kind": "pupils"}, files=[("file", "pupils.csv", LIST)])
    form = [form.action for form in agent.page.html.forms if re.search(r"/imports/[0-9a-f-]{36}$", form.action or "")][0]
    agent.move(two).submit(form)
    assert agent.page.status == 200
    assert "Robin" in agent.move(one).open(way + "/pupils").words
    # An invitation made at the one, accepted at the other, ended at the one, lost at the other.
    agent.open(way + "/members/invite")
    agent.submit("/members/invite", {"email": "jo@a.example", "role": "governor"})
    link = path_of(link_in(agent.page.text))
    jo = Agent(two)
    jo.open(link)
    jo.submit(link, {"name": "Jo Field", "new-password": PASSWORD, "again": PASSWORD})
    assert jo.open(way + "/map").status == 200
    agent.open(way + "/members")
    member = [href for href in agent.page.html.xpath("//main//a/@href") if "/members/" in href and "invite" not in href]
    for address in member:
        if "Jo Field" in agent.open(address).words:
            agent.submit([form.action for form in agent.page.html.forms if (form.action or "").endswith("/end")][0])
    assert jo.open(way + "/map").status == 404
    # Signed out at the one, signed out at the other.
    agent.move(one).open(way)
    agent.submit("/sign-out")
    assert agent.move(two).open(way).h1 == "Sign in"


def test_what_was_typed_at_one_is_kept_for_the_other(twins):
    agent, way = twins.agent, f"/schools/{URN}"
    agent.open(way + "/pupils/new")
    page = agent.page
    twins.ask("UPDATE sessions SET last_seen_at = '2026-01-01T00:00:00.000Z'")
    agent.submit("/pupils/new", {"surname": "Halfway", "forename": "Ada", "birth-day": "2 September 2018"}, page=page)
    assert agent.page.h1 == "Sign in"
    agent.move(twins.two.address).submit("/sign-in", {"email": "senco@a.example", "password": PASSWORD})
    agent.move(twins.one.address).submit("/second-factor", {"code": one_time_code(twins.person.secret, time.time() + 30)})
    assert "Halfway" in agent.page.words
    agent.move(twins.two.address).submit("/pupils/new")
    assert "Halfway" in agent.open(way + "/pupils").words


def test_throttles_are_shared(twins):
    said = []
    for number in range(11):
        agent = Agent((twins.one if number % 2 else twins.two).address)
        said.append(sign_in(agent, "senco@a.example", "wrong wrong wrong").words)
    assert all("not right" in words for words in said[:10])
    assert "too many times" in said[10]


def test_two_who_change_the_same_thing_are_told(twins):
    first, second = Agent(twins.one.address), Agent(twins.two.address)
    first.cookies, second.cookies = dict(twins.agent.cookies), dict(twins.agent.cookies)
    way = f"/schools/{URN}/settings/details"
    forms = [(agent, agent.open(way)) for agent in (first, second)]
    if forms[0][1].status == 404:
        way = f"/schools/{URN}/settings"
        links = [href for href in first.open(way).html.xpath("//main//a/@href") if href.startswith(way + "/")]
        way = next(href for href in links if any("version" in form.fields for form in first.open(href).html.forms))
        forms = [(agent, agent.open(way)) for agent in (first, second)]
    action = next(form.action for form in forms[0][1].html.forms if "version" in form.fields)
    answers = [agent.submit(action, {"name": name}, page=page, follows=False)
               for (agent, page), name in zip(forms, ["Ashfield One", "Ashfield Two"])]
    assert [answer.status for answer in answers] in ([303, 409], [303, 422])
    assert "Ashfield One" in answers[1].text and "Ashfield Two" in answers[1].text, "both are shown"


def test_a_dropped_connection_is_replaced(twins):
    agent, way = twins.agent, f"/schools/{URN}"
    for round in range(10):
        assert agent.open(way + "/pupils").status == 200
        assert twins.cut() > 0
        assert agent.open(way + "/pupils").status == 200, "an idle one that was dropped is not noticed"
    # In the middle of work: each answer is a page or an outage, never an absence, and afterwards all is well.
    stop, seen = threading.Event(), []

    def ask(address):
        other = Agent(address)
        other.cookies = dict(agent.cookies)
        while not stop.is_set():
            page = other.open(way + "/pupils")
            seen.append((page.status, page.h1))

    work = [threading.Thread(target=ask, args=(server.address,)) for server in (twins.one, twins.two) for _ in range(2)]
    for each in work:
        each.start()
    for _ in range(40):
        twins.cut()
        time.sleep(0.02)
    stop.set()
    for each in work:
        each.join()
    assert {status for status, _ in seen} <= {200, 503}, set(seen)
    assert all(h1 == "Not just now" for status, h1 in seen if status == 503)
    assert agent.open(way + "/pupils").status == 200


def test_what_takes_too_long_is_an_outage_and_says_so(twins):
    agent, way = twins.agent, f"/schools/{URN}"
    name = twins.database.rsplit("/", 1)[1]
    # Somebody else's program holds a table: the wait for it is limited.
    locker = threading.Thread(
        target=lambda: twins.ask("BEGIN; LOCK TABLE pupils IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(14); COMMIT"))
    locker.start()
    for _ in range(100):
        if twins.ask(f"SELECT count(*) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE c.relname = 'pupils' "
                     f"AND l.mode = 'AccessExclusiveLock' AND l.granted")[0] == ["1"]:
            break
        time.sleep(0.05)
    page = agent.open(way + "/pupils")
    assert (page.status, page.h1) == (503, "Not just now"), name
    assert "Nothing was lost" in page.words
    locker.join()
    assert agent.open(way + "/pupils").status == 200


def test_a_server_that_is_gone_is_an_outage(postgres):
    from postgres import Cluster
    own = Cluster()
    twins = Twins(own)
    try:
        own.run("pg_ctl", "-D", f"{own.folder}/data", "-m", "immediate", "stop")
        page = twins.agent.open(f"/schools/{URN}/pupils")
        assert (page.status, page.h1) == (503, "Not just now")
        assert Agent(twins.one.address).request("GET", "/health").status == 503
        own.run("pg_ctl", "-D", f"{own.folder}/data", "-l", f"{own.folder}/data/server.log", "-w", "-t", "60", "start")
        assert twins.agent.open(f"/schools/{URN}/pupils").status == 200
    finally:
        twins.close()
        own.close()
