"""The program as its users meet it: the built `trellis`, a database of its own, a real browser."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

from postgres import Cluster

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build" / "debug" / "trellis"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]


def place(database):
    """A database as the program wants it called: `database` is a file of SQLite's, or an address."""
    return database if isinstance(database, str) and ":" in database else f"sqlite:{database}"


def trellis(*arguments, database, check=True, cwd=None, environment=None):
    """Runs one command of the program and answers it."""
    done = subprocess.run(
        [PROGRAM, *arguments, "--database", place(database)], capture_output=True, cwd=cwd or ROOT, timeout=120,
        env={**os.environ, **(environment or {})})
    if check:
        assert done.returncode == 0, done.stderr.decode()
    return done


class Server:
    """A running `trellis serve`. Ends with `close`."""

    def __init__(self, database, *arguments, log=None, environment=None):
        self.log = open(log or tempfile.mkstemp(suffix=".log")[1], "w+b")
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0", "--database", place(database), *arguments],
            stdout=self.log, stderr=subprocess.STDOUT, cwd=ROOT, env={**os.environ, **(environment or {})})
        self.address = self.wait()

    def wait(self):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            self.log.seek(0)
            found = re.search(rb"Trellis is at (?:https://\S+, and listens at )?(http://\S+)", self.log.read())
            if found:
                return found.group(1).decode()
            assert self.process.poll() is None, "the server ended"
            time.sleep(0.05)
        raise AssertionError("the server did not start")

    def text(self):
        self.log.seek(0)
        return self.log.read().decode(errors="replace")

    def close(self):
        self.process.terminate()
        self.process.wait(20)

    def kill(self):
        """As when the power goes."""
        self.process.kill()
        self.process.wait(20)


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL server of these tests' own."""
    cluster = Cluster()
    yield cluster
    cluster.close()


@pytest.fixture(params=["sqlite", "postgres"])
def empty(request, tmp_path):
    """An empty database on either engine: its address."""
    if request.param == "sqlite":
        return f"sqlite:{tmp_path}/trellis.sqlite"
    return request.getfixturevalue("postgres").database()


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    """The demonstration, made once."""
    file = tmp_path_factory.mktemp("demonstration") / "trellis.sqlite"
    trellis("demo", database=file)
    return file


@pytest.fixture(scope="session")
def server(demonstration):
    running = Server(demonstration, "--demo")
    yield running
    running.close()


@pytest.fixture(scope="module")
def own_server(tmp_path_factory):
    """A demonstration of these tests' own: they may change what they like in it. `database` is its file."""
    file = tmp_path_factory.mktemp("own") / "trellis.sqlite"
    trellis("demo", database=file)
    running = Server(file, "--demo")
    running.database = file
    yield running
    running.close()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visitor(chromium):
    """A browser window of the test's own: `visitor()` or `visitor(java_script_enabled=False)`."""
    contexts = []

    def open(**options):
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        return context.new_page()

    yield open
    for context in contexts:
        context.close()


def enter(page, server, role):
    """Through one of the demonstration's doors."""
    page.goto(server.address + "/sign-in")
    page.click(f"form[action='/demonstration/{role}'] button")
    page.wait_for_load_state()
    assert "/schools/" in page.url or "/areas/" in page.url
    return page


def fetch(address):
    with urllib.request.urlopen(address, timeout=20) as answer:
        return answer.status, answer.read()
