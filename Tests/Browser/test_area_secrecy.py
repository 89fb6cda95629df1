"""No pupil in an area: no demonstration pupil's full name and no UPN stands on any page of an area, in any of its files, in
its history, or in any of its records, for whoever looks."""
import re
import sqlite3

import pytest

from agent import Agent
from test_area_files import FULL, PUBLIC, Files

AREA = "/areas/marlowshire"
IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
UPN = re.compile(r"\b[A-Z]\d{12}\b|\b[A-Z]\d{11}[A-Z]\b")
QUERIES = 4  # of each kind of address, as many with a query of their own


class Pupils:
    def __init__(self, database):
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as kept:
            rows = kept.execute("SELECT surname, forename, preferred_forename, upn FROM pupils").fetchall()
        kept.close()
        self.names, self.numbers = set(), {row[3] for row in rows if row[3]}
        for surname, forename, preferred, _ in rows:
            for first in {forename, preferred} - {None}:
                for name in (f"{first} {surname}", f"{surname} {first}"):
                    self.names.add(tuple(WORD.findall(name.casefold())))
        self.lengths = {len(name) for name in self.names}
        assert len(rows) > 500 and len(self.numbers) > 500

    def within(self, text):
        words = WORD.findall(text.casefold())
        found = {" ".join(words[at:at + length]) for length in self.lengths for at in range(len(words) - length + 1)
                 if tuple(words[at:at + length]) in self.names}
        return found | {number for number in UPN.findall(text) if number in self.numbers}


@pytest.fixture(scope="module")
def pupils(demonstration, server):
    return Pupils(demonstration)


def walk(agent, *starts):
    """Every page below the areas that links lead to; of those that differ in their query only, a few."""
    waiting, seen, queries = list(starts), set(), {}
    while waiting:
        path = waiting.pop().split("#")[0]
        bare = path.split("?")[0]
        if path in seen or not bare.startswith("/areas") or re.search(r"\.(pdf|csv|xlsx|docx|json)$", bare):
            continue
        seen.add(path)
        if "?" in path:
            kind = IDS.sub("ID", bare)
            queries[kind] = queries.get(kind, 0) + 1
            if queries[kind] > QUERIES and "first=" not in path:
                continue
        page = agent.open(path)
        assert page.status == 200, (path, page.status)
        yield path, page
        waiting += [link for link in page.html.xpath("//a/@href") if link.startswith("/areas")]


def spoken(page):
    """The words of a page, with what stands in two cells kept apart."""
    return " ".join(page.html.itertext())


def come_in(server, role):
    agent = Agent(server.address)
    agent.open("/sign-in")
    if role:
        agent.submit(f"/demonstration/{role}")
    return agent


def test_the_hunt_finds_what_it_hunts(pupils, server):
    agent = come_in(server, "senco")
    page = agent.open("/schools/900001/pupils")
    assert len(pupils.within(spoken(page))) > 20
    assert len(pupils.within(agent.open("/schools/900001/pupils/export").text)) > 20


@pytest.mark.parametrize("role", ["coordinator", "commissioner", "contributor", "senco", None])
def test_no_page_and_no_file_tells_of_a_pupil(role, pupils, server):
    agent = come_in(server, role)
    starts = [AREA, f"{AREA}/public", "/areas", *([f"{AREA}/desk"] if role else [])]
    found, count = {}, 0
    for path, page in walk(agent, *starts):
        count += 1
        told = pupils.within(page.text) | pupils.within(spoken(page))
        if told:
            found[path] = told
    names = PUBLIC + (FULL if role else [])
    files = Files(agent, server.address, "", names)
    for name in names:
        told = pupils.within(files.text(name))
        if told:
            found[name] = told
    assert not found
    assert count > (300 if role in ("coordinator", "commissioner") else 40 if role else 5)


def test_no_record_of_the_area_and_no_line_of_its_history_tells_of_a_pupil(pupils, demonstration, server):
    found = {}
    with sqlite3.connect(f"file:{demonstration}?mode=ro", uri=True) as kept:
        area, = kept.execute("SELECT organisation_id FROM areas").fetchone()
        for table, in kept.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            columns = [row[1] for row in kept.execute(f"PRAGMA table_info({table})")]
            if "organisation_id" not in columns:
                continue
            for row in kept.execute(f"SELECT * FROM {table} WHERE organisation_id = ?", (area,)):
                told = pupils.within(" ".join(str(each) for each in row if isinstance(each, str)))
                if told:
                    found.setdefault(table, set()).update(told)
    kept.close()
    assert not found
