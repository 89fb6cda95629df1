"""The program is killed (SIGKILL) in the middle of imports and of writes. Each time afterwards the database opens, `trellis
check` is content, and nothing is half-written: the server a hundred times on SQLite and twenty on PostgreSQL, and the
commands twenty times."""
import http.client
import random
import re
import sqlite3
import subprocess
import threading
import time

from agent import Agent, begin, link_in
from conftest import PROGRAM, ROOT, Server, place, trellis

SCHOOLS = [f"12345{number}" for number in range(5)]
PUPILS = 200


def pupil_list(batch, changed=None):
    """A file of two hundred pupils who share a forename; `changed` is the class that all of them move to."""
    lines = ["Surname,Forename,DOB,Year,Class,SEN Status,SEN Need 1"]
    for number in range(PUPILS):
        year = number % 7
        lines.append(
            f"Name{number:04d},{batch},{number % 28 + 1:02d}/{number % 12 + 1:02d}/{2020 - year},,"
            f"{changed or f'{year}A'},{'K' if number % 5 == 0 else 'N'},{'SLCN' if number % 5 == 0 else ''}")
    return "\n".join(lines).encode()


class Kept:
    """What stands in the database while no program runs on it."""

    def __init__(self, address, postgres):
        self.address, self.postgres = address, postgres

    def ask(self, sql):
        if self.address.startswith("sqlite:"):
            with sqlite3.connect(self.address.removeprefix("sqlite:")) as kept:
                return [[str(value) for value in row] for row in kept.execute(sql)]
        return self.postgres.ask(self.address, sql)

    def check(self):
        """Nothing is half-written."""
        done = trellis("check", database=self.address, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        batches = self.ask("SELECT forename, count(*) FROM pupils GROUP BY forename")
        assert all(count == str(PUPILS) for _, count in batches), batches
        for facts, part in [("pupil_classes", PUPILS), ("pupil_statuses", PUPILS // 5), ("pupil_needs", PUPILS // 5)]:
            counts = self.ask(
                f"SELECT p.forename, f.written_at, count(*) FROM {facts} f JOIN pupils p ON p.id = f.pupil_id "
                "GROUP BY p.forename, f.written_at")
            assert all(int(count) % part == 0 for _, _, count in counts), (facts, counts)
        moved = self.ask(
            "SELECT p.forename, f.class, count(*) FROM pupil_classes f JOIN pupils p ON p.id = f.pupil_id "
            "WHERE f.class LIKE 'Class %' AND f.until_day IS NULL GROUP BY p.forename, f.class")
        assert all(count == str(PUPILS) for _, _, count in moved), moved
        groups = self.ask(
            "SELECT g.name, (SELECT count(*) FROM group_members m WHERE m.group_id = g.id), "
            "(SELECT count(*) FROM group_schedules s WHERE s.group_id = g.id), "
            "(SELECT count(*) FROM history h WHERE h.noun = 'group' AND h.act = 'added' AND h.noun_id = g.id) FROM groups g")
        assert all(group[1:] == ["20", "1", "1"] for group in groups), groups
        orphans = self.ask(
            "SELECT count(*) FROM history h WHERE h.noun = 'group' AND NOT EXISTS "
            "(SELECT 1 FROM groups g WHERE g.id = h.noun_id)")
        assert orphans == [["0"]]
        pupils = self.ask(
            "SELECT count(*) FROM history h WHERE h.noun = 'pupil' AND h.act = 'added' AND NOT EXISTS "
            "(SELECT 1 FROM pupils p WHERE p.id = h.noun_id)")
        assert pupils == [["0"]]
        return len(batches), len(groups)


def bring_in(agent, school, batch, changed=None, committing=None):
    """Uploads a list and commits it; `committing` is called just before the commit."""
    way = f"/schools/{school}/imports"
    token = [("csrf", agent.token)]
    agent.send(way, [*token, ("kind", "pupils")], [("file", f"{batch}.csv", pupil_list(batch, changed))])
    for _ in range(200):
        forms = [form.action for form in agent.page.html.forms]
        found = [action for action in forms if re.fullmatch(way + "/[0-9a-f-]{36}", action or "")]
        if found:
            break
        time.sleep(0.1)
        agent.open(agent.page.path)
    assert found, agent.page.words
    if committing:
        committing()
    agent.submit(found[0])
    assert agent.page.status == 200, agent.page.words


def add_group(agent, school, name, heading, pupils):
    agent.send(
        f"/schools/{school}/groups/new",
        [("csrf", agent.token), ("type", "own"), ("name", name), ("heading", heading), ("from", "2 November 2026"),
         ("until", "18 December 2026"), ("pattern", "week"), ("minutes", "20"), ("sessions", "2"),
         *[("pupils", pupil) for pupil in pupils]])


def quietly(work, *arguments):
    """Whatever a killed server does to whoever talks to it."""
    try:
        work(*arguments)
    except (OSError, AssertionError, IndexError, http.client.HTTPException):
        pass


def kill_while_writing(address, times, seed, postgres=None):
    for school in SCHOOLS:
        trellis("school", "add", "--urn", school, "--name", f"School {school}", "--phase", "primary", database=address)
    made = trellis(
        "account", "add", "--email", "senco@killed.example", "--name", "Sam Reed", "--role", "senco", "--school",
        SCHOOLS[0], database=address)
    for school in SCHOOLS[1:]:
        trellis(
            "account", "add", "--email", "senco@killed.example", "--role", "senco", "--school", school, database=address)
    server = Server(address)
    agent = Agent(server.address)
    begin(agent, "senco@killed.example", link_in(made.stdout.decode()))
    kept = Kept(address, postgres)
    # What a commit takes when nothing disturbs it says when to kill it.
    pupils, headings = {}, {}
    for number, school in enumerate(SCHOOLS):
        agent.token = agent.open(f"/schools/{school}/imports/new?kind=pupils").form("/imports").fields["csrf"]
        began = []
        bring_in(agent, school, f"First{number}", committing=lambda: began.append(time.monotonic()))
        usual = time.monotonic() - began[0]
        owner = kept.ask(f"SELECT organisation_id FROM schools WHERE urn = '{school}'")[0][0]
        pupils[school] = [row[0] for row in kept.ask(f"SELECT id FROM pupils WHERE organisation_id = '{owner}' LIMIT 20")]
        headings[school] = kept.ask(f"SELECT id FROM headings WHERE organisation_id = '{owner}' LIMIT 1")[0][0]
    server.close()
    before, chance = kept.check(), random.Random(seed)
    in_the_middle = finished = 0
    for round in range(times):
        server = Server(address)
        school = SCHOOLS[round % len(SCHOOLS)]
        others = [Agent(server.address), Agent(server.address)]
        for other in others:
            other.cookies, other.token = dict(agent.cookies), agent.token
        ready = threading.Event()

        def groups(other, number):
            for count in range(100):
                add_group(other, school, f"Group {round}-{number}-{count}", headings[school], pupils[school])
                assert other.page.status == 200

        batch, changed = (f"Batch{round}", None) if round % 3 else (f"First{round % len(SCHOOLS)}", f"Class {round}")
        agent.move(server.address)
        work = [threading.Thread(target=quietly, args=(bring_in, agent, school, batch, changed, ready.set))]
        work += [threading.Thread(target=quietly, args=(groups, other, number)) for number, other in enumerate(others)]
        for each in work:
            each.start()
        # One time in five the file is still being read.
        if round % 5:
            ready.wait(20)
            time.sleep(chance.uniform(0, usual * 2))
        else:
            time.sleep(chance.uniform(0.02, usual * 2))
        server.kill()
        for each in work:
            each.join(60)
        now = kept.check()
        if not changed and ready.is_set():
            finished += now[0] > before[0]
            in_the_middle += now[0] == before[0]
        before = now
    assert before[1] > times, "hardly a group was written"
    assert finished and in_the_middle, (finished, in_the_middle)
    # And it still serves, to the same session.
    server = Server(address)
    assert agent.move(server.address).open(f"/schools/{SCHOOLS[0]}/map").h1 == "School map"
    server.close()


def test_the_server_killed_a_hundred_times(tmp_path):
    kill_while_writing(f"sqlite:{tmp_path}/trellis.sqlite", 100, seed=20261121)


def test_the_server_killed_twenty_times_on_postgres(postgres):
    kill_while_writing(postgres.database(), 20, seed=20261122, postgres=postgres)


def test_commands_killed_twenty_times(tmp_path):
    database = f"sqlite:{tmp_path}/trellis.sqlite"
    trellis("school", "add", "--urn", "123456", "--name", "Killed Primary", "--phase", "primary", database=database)
    chance, kept = random.Random(20261121), Kept(database, None)
    for round in range(20):
        file = tmp_path / "pupils.csv"
        file.write_bytes(pupil_list(f"Batch{round}"))
        kind = ["import", "pupils", "--school", "123456", str(file), "--commit"]
        if round % 4 == 3:
            kind = ["school", "add", "--urn", f"2000{round:02d}", "--name", "Another", "--phase", "primary"]
        running = subprocess.Popen(
            [PROGRAM, *kind, "--database", place(database)], cwd=ROOT, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.01, 0.6))
        running.kill()
        running.wait()
        kept.check()
        schools = kept.ask("SELECT count(*) FROM schools")
        for noun in ("terms", "headings"):
            assert kept.ask(f"SELECT count(DISTINCT organisation_id) FROM {noun}") == schools
