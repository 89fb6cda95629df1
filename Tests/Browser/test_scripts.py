"""The two commands of the README on machines that lack something. Swift, where it is needed, is a stand-in that writes down
what it was asked for; building itself is what these tests have been through already."""
import hashlib
import os
import pathlib
import shutil
import socket
import sqlite3
import subprocess
import sys

import pytest

from conftest import PROGRAM, ROOT, Server, trellis

# What the scripts call, on any Debian.
TOOLS = (
    "bash sh env cat cp cut dirname grep awk head id mkdir printf readlink rm sed sha256sum sort find xargs cmp chmod "
    "mktemp tee tr uname ls touch sleep date git"
).split()


class Machine:
    """A copy of the scripts in a folder of its own, on a machine whose PATH has only what is put there."""

    def __init__(self, folder, name="a folder with spaces"):
        self.home = folder / name
        self.bin = folder / "bin"
        self.log = folder / "asked.txt"
        self.bin.mkdir()
        for part in ("script", ".ci"):
            shutil.copytree(ROOT / part, self.home / part)
        (self.home / "Sources").mkdir()
        (self.home / "Sources" / "One.swift").write_text("one\n")
        (self.home / "Package.swift").write_text("package\n")
        for tool in TOOLS:
            found = shutil.which(tool)
            if found:
                (self.bin / tool).symlink_to(found)
        self.put("python3", f'exec {sys.executable} "$@"')
        self.put("dpkg-query", "printf 'install ok installed'")
        self.put("typst", "echo typst 0.15.2")
        self.put("sudo", "exit 1")

    def put(self, name, body, at=None):
        file = (at or self.bin) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        file.write_text(f"#!/bin/sh\n{body}\n")
        file.chmod(0o755)

    def swift(self, version="6.3", test=""):
        """A Swift whose builds make a program that says how it is run."""
        self.put("swift", f"""
case "$1" in
  --version) echo "Swift version {version} (swift-{version}-RELEASE)" ;;
  build)
    echo "swift $*" >> '{self.log}'
    mkdir -p .build/release
    printf '#!/bin/sh\\necho "trellis $*" >> "{self.log}"\\n[ "$1" = demo ] && touch trellis.sqlite\\ntrue\\n' > .build/release/trellis
    chmod +x .build/release/trellis ;;
  test) {test or 'true'} ;;
esac""")

    def run(self, script, *arguments, cwd=None, **environment):
        return subprocess.run(
            [self.home / script, *arguments], capture_output=True, text=True, cwd=cwd or "/", timeout=60,
            env={"PATH": str(self.bin), "HOME": str(self.home), **environment})

    def asked(self):
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return lines


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def sentences(done):
    return [line for line in (done.stdout + done.stderr).splitlines() if line]


def test_without_swift_it_says_so_in_one_sentence(machine):
    done = machine.run("script/run")
    assert done.returncode == 1
    assert len(sentences(done)) == 1 and "needs Swift 6.3" in done.stderr and "swift.org" in done.stderr


@pytest.mark.parametrize("version", ["5.10.1", "6.2.3"])
def test_with_too_old_a_swift_it_says_so_in_one_sentence(machine, version):
    machine.swift(version)
    done = machine.run("script/run")
    assert done.returncode == 1
    assert sentences(done) == [f"Trellis needs Swift 6.3 or later; this is Swift {version}."]
    assert machine.asked() == []


@pytest.mark.parametrize("version", ["6.3", "6.3.1", "6.10", "7.0"])
def test_it_builds_makes_the_demonstration_and_serves(machine, version):
    machine.swift(version)
    done = machine.run("script/run")
    assert done.returncode == 0, done.stderr
    assert machine.asked() == ["swift build -c release --product trellis", "trellis demo", "trellis serve --demo"]
    # Again, from elsewhere: at once.
    done = machine.run("script/run", cwd="/tmp")
    assert done.returncode == 0 and machine.asked() == ["trellis serve --demo"]
    assert "Building" not in done.stdout
    # A file is changed, and another one is added: it builds.
    for change in ("One.swift", "Two.swift"):
        (machine.home / "Sources" / change).write_text("changed\n")
        machine.run("script/run")
        assert machine.asked() == ["swift build -c release --product trellis", "trellis serve --demo"]


def test_a_build_that_failed_is_not_taken_for_one(machine):
    machine.swift()
    machine.run("script/run")
    machine.asked()
    (machine.home / "Sources" / "One.swift").write_text("broken\n")
    machine.put("swift", 'if [ "$1" = --version ]; then echo "Swift version 6.3"; else echo "error: broken"; exit 1; fi')
    for _ in range(2):
        done = machine.run("script/run")
        assert done.returncode != 0 and machine.asked() == []


def test_empty_makes_no_demonstration_and_says_how_to_begin(machine):
    machine.swift()
    done = machine.run("script/run", "--empty")
    assert done.returncode == 0
    assert machine.asked() == ["swift build -c release --product trellis", "trellis serve"]
    assert "school add" in done.stdout and "account add" in done.stdout
    assert not (machine.home / "trellis.sqlite").exists()


def test_empty_beside_a_demonstration_says_what_it_serves(machine):
    machine.swift()
    machine.run("script/run")
    machine.asked()
    done = machine.run("script/run", "--empty")
    assert machine.asked() == ["trellis serve"]
    assert "There is a trellis.sqlite already" in done.stdout and "TRELLIS_DATABASE=" in done.stdout
    assert "school add" not in done.stdout
    # Named as it says, it is another database's business.
    done = machine.run("script/run", "--empty", TRELLIS_DATABASE="sqlite:school.sqlite")
    assert "already" not in done.stdout and "school add" in done.stdout


def test_a_database_of_ones_own_is_left_alone(machine):
    machine.swift()
    machine.run("script/run", TRELLIS_DATABASE="postgres://db.example/trellis")
    assert machine.asked() == ["swift build -c release --product trellis", "trellis serve --demo"]
    for line in ("TRELLIS_DATABASE=sqlite:own.sqlite", "export TRELLIS_DATABASE=sqlite:own.sqlite",
                 "  TRELLIS_DATABASE = sqlite:own.sqlite"):
        (machine.home / ".env").write_text(line + "\n")
        machine.run("script/run")
        assert machine.asked() == ["trellis serve --demo"], line


def test_wrong_usage_is_told(machine):
    machine.swift()
    done = machine.run("script/run", "--nonsense")
    assert done.returncode == 2 and sentences(done) == ["usage: script/run [--empty]"]


def test_what_is_missing_is_installed_or_named(machine):
    machine.swift()
    machine.put("dpkg-query", 'for name; do :; done; [ "$name" = libpq-dev ] || printf "install ok installed"')
    if os.getuid() == 0:
        machine.put("apt-get", f'echo "apt-get $*" >> "{machine.log}"')
        done = machine.run("script/run")
        assert "Installing libpq-dev" in done.stdout
        assert machine.asked()[0] == "apt-get install -y -q libpq-dev"
    machine.put("apt-get", "exit 100")
    done = machine.run("script/run")
    assert done.returncode == 1 and "libpq-dev" in done.stderr and len(done.stderr.splitlines()) == 1


def test_a_folder_that_cannot_be_written_is_named(machine):
    machine.swift()
    command = [str(machine.home / "script" / "run")]
    if os.getuid() == 0:
        # Root may write anywhere: so it asks as somebody else.
        for folder in [machine.home, *machine.home.parents]:
            folder.chmod(folder.stat().st_mode | 0o055)
            if folder == pathlib.Path("/tmp"):
                break
        command = ["runuser", "-u", "nobody", "--", *command]
    else:
        machine.home.chmod(0o555)
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", env={"PATH": f"{machine.bin}:/usr/sbin:/sbin:/usr/bin:/bin"})
    machine.home.chmod(0o755)
    assert done.returncode == 1
    assert sentences(done) == [f"This folder cannot be written, and Trellis is built in it: {machine.home}"]


def ready_to_test(machine, swift, browser):
    """A machine with every tool of the tests, whose Swift and Python tests end as they are told."""
    machine.swift(test=f"""
for argument; do case "$last" in --xunit-output) out=$argument ;; esac; last=$argument; done
{swift}""")
    machine.put("pg_config", f"echo {machine.bin}")
    machine.put("initdb", "true")
    wanted = hashlib.sha256((machine.home / "script" / "test-requirements.txt").read_bytes()).hexdigest()
    environment = machine.home / ".tools" / "tests"
    machine.put("python", f'for argument; do out=$argument; done\n{browser}', at=environment / "bin")
    (environment / "installed").write_text(wanted + "\n")


def report(*cases):
    inner = "".join(f'<testcase name="{number}">{case}</testcase>' for number, case in enumerate(cases))
    return f"echo '<testsuites><testsuite>{inner}</testsuite></testsuites>' > \"$out\""


GOOD, BAD, SKIPPED, ERROR = "", "<failure/>", "<skipped/>", "<error/>"


@pytest.mark.parametrize(("swift", "browser", "line", "status"), [
    (report(GOOD, GOOD, GOOD), report(GOOD, GOOD), "6 passed, 0 failed", 0),
    (report(GOOD, BAD) + "; exit 1", report(GOOD), "3 passed, 1 failed", 1),
    (report(GOOD, GOOD), report(GOOD, SKIPPED), "4 passed, 1 failed", 1),
    (report(GOOD, SKIPPED), report(GOOD, ERROR) + "; exit 1", "3 passed, 2 failed", 1),
    (report(GOOD) + "; exit 1", report(GOOD), "3 passed, 1 failed", 1),
    ("kill -9 $$", report(GOOD), "2 passed, 1 failed", 1),
    (report(GOOD), "exit 4", "2 passed, 1 failed", 1),
], ids=["all well", "one failed", "one skipped", "skipped and broken", "failed unsaid", "died", "nothing collected"])
def test_the_tests_are_counted_in_one_last_line(machine, swift, browser, line, status):
    ready_to_test(machine, swift, browser)
    done = machine.run("script/test")
    assert done.stdout.splitlines()[-1] == line, done.stdout + done.stderr
    assert done.returncode == status


def test_what_does_not_pass_the_check_is_not_tested(machine):
    ready_to_test(machine, report(GOOD), report(GOOD))
    (machine.home / "script" / "check-rings.py").write_text("import sys\nsys.exit(1)\n")
    done = machine.run("script/test")
    assert done.stdout.splitlines()[-1] == "0 passed, 1 failed" and done.returncode == 1


def test_without_a_tool_the_tests_fail(machine):
    done = machine.run("script/test")
    assert done.stdout.splitlines()[-1] == "0 passed, 1 failed" and done.returncode == 1
    assert len(done.stderr.splitlines()) == 1 and "needs Swift 6.3" in done.stderr
    assert len(done.stdout.splitlines()) == 1, "nothing but the count"
    machine.swift("6.2")
    done = machine.run("script/test")
    assert sentences(done) == ["0 passed, 1 failed", "Trellis needs Swift 6.3 or later; this is Swift 6.2."]
    assert machine.run(".ci/run").returncode == 1


def hint(database, *arguments):
    """What `trellis serve` prints when it has started."""
    server = Server(database, *arguments)
    try:
        return server.text()
    finally:
        server.close()


def test_one_click_is_offered_in_words_only_where_it_is(tmp_path):
    database = tmp_path / "trellis.sqlite"
    trellis("demo", database=database)
    assert "one click" in hint(database, "--demo")
    assert "one click" not in hint(database)
    trellis("school", "add", "--urn", "123456", "--name", "Real", "--phase", "primary", database=database)
    said = hint(database, "--demo")
    assert "one click" not in said and "Without the demonstration's doors" in said


def test_a_check_changes_nothing_and_sees_what_is_missing(tmp_path):
    database = tmp_path / "trellis.sqlite"
    trellis("school", "add", "--urn", "123456", "--name", "Real", "--phase", "primary", database=database)
    assert b"All is well" in trellis("check", database=database).stdout
    with sqlite3.connect(database) as kept:
        kept.execute("ALTER TABLE contacts RENAME TO contacts_once")
        kept.execute("DELETE FROM migrations WHERE number = 6")
    kept.close()
    for _ in range(2):
        done = trellis("check", database=database, check=False)
        assert done.returncode == 1 and b"The table contacts is missing." in done.stderr
        assert b"1 of its steps have not been run" in done.stdout and b"All is well" not in done.stdout
    empty = tmp_path / "empty.sqlite"
    sqlite3.connect(empty).close()
    empty.touch()
    said = trellis("check", database=empty)
    assert b"steps have not been run" in said.stdout
    with sqlite3.connect(empty) as kept:
        assert kept.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    kept.close()


def test_a_port_in_use_is_told_in_one_sentence(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = trellis("serve", "--port", str(port), database=tmp_path / "trellis.sqlite", check=False)
    assert done.returncode == 1
    assert done.stderr.decode().strip() == (
        f"Another program listens on 127.0.0.1:{port} already. Stop it, or choose another --port.")


def test_a_place_that_is_none_is_told_in_one_sentence(tmp_path):
    for host in ("203.0.113.77", "nowhere.invalid"):
        done = trellis("serve", "--port", "0", "--host", host, database=tmp_path / "trellis.sqlite", check=False)
        assert done.returncode == 1 and len(done.stderr.splitlines()) == 1 and host.encode() in done.stderr


def test_a_database_that_is_none_is_told_in_one_sentence(tmp_path):
    noise = tmp_path / "noise.sqlite"
    noise.write_bytes(b"noise " * 1000)
    for database in (f"sqlite:{tmp_path}/none/trellis.sqlite", f"sqlite:{noise}", "postgres://trellis@127.0.0.1:1/none", "mysql:x"):
        for command in (["serve"], ["check"], ["school", "list"]):
            done = trellis(*command, database=database, check=False)
            assert done.returncode == 1, (database, command)
            said = done.stderr.decode()
            assert len(said.splitlines()) == 1 and "unavailable(" not in said, (database, command, said)
    assert subprocess.run([PROGRAM, "--version"], capture_output=True).returncode == 0
