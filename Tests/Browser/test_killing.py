"""A hundred times the program is killed in the middle of an import or of a write: the database opens, `trellis check` is
content, and nothing is half-written."""
import random
import signal
import sqlite3
import subprocess
import time

from conftest import PROGRAM, ROOT, trellis


def pupil_list(path, count, term):
    lines = ["Surname,Forename,DOB,Year,Class,SEN Status,SEN Need 1"]
    for number in range(count):
        year = number % 7
        lines.append(
            f"Name{number:04d},Given{term},{number % 28 + 1:02d}/{number % 12 + 1:02d}/{2020 - year},,{year}A,"
            f"{'K' if number % 5 == 0 else 'N'},{'SLCN' if number % 5 == 0 else ''}")
    path.write_text("\n".join(lines))


def test_killed_a_hundred_times(tmp_path):
    database = tmp_path / "trellis.sqlite"
    trellis("school", "add", "--urn", "123456", "--name", "Killed Primary", "--phase", "primary", database=database)
    chance = random.Random(20261121)
    finished = 0
    for round in range(100):
        file = tmp_path / "pupils.csv"
        pupil_list(file, 150, f"{round:03d}")
        kind = ["import", "pupils", "--school", "123456", str(file), "--commit"]
        if round % 4 == 3:
            kind = ["school", "add", "--urn", f"2{round:05d}", "--name", "Another", "--phase", "primary"]
        running = subprocess.Popen(
            [PROGRAM, *kind, "--database", f"sqlite:{database}"], cwd=ROOT, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.01, 0.9))
        running.send_signal(signal.SIGKILL)
        finished += running.wait() == 0
        with sqlite3.connect(database) as kept:
            assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            batches = kept.execute("SELECT forename, count(*) FROM pupils GROUP BY forename").fetchall()
            assert all(count == 150 for _, count in batches), batches
            schools = kept.execute("SELECT count(*) FROM schools").fetchone()
            terms = kept.execute("SELECT count(DISTINCT organisation_id) FROM terms").fetchone()
            headings = kept.execute("SELECT count(DISTINCT organisation_id) FROM headings").fetchone()
            assert schools == terms == headings
    done = trellis("check", database=database, check=False)
    assert b"not sound" not in done.stdout, done.stdout + done.stderr
    assert done.returncode == 0, done.stderr
