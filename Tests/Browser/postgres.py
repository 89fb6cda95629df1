"""A PostgreSQL server of the tests' own: in a folder that goes with it, on a Unix socket there and nowhere else."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import uuid


class Cluster:
    def __init__(self):
        self.programs = find_programs()
        self.folder = tempfile.mkdtemp(prefix="trellis-postgres-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
        self.user = []
        if os.getuid() == 0:
            # PostgreSQL refuses to run as root, so root lends it to a user who owns nothing else.
            name = "postgres" if subprocess.run(["id", "postgres"], capture_output=True).returncode == 0 else "nobody"
            shutil.chown(self.folder, name)
            self.user = ["runuser", "-u", name, "--"]
        data = f"{self.folder}/data"
        self.run("initdb", "-D", data, "-U", "trellis", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        settings = [
            "listen_addresses=''", f"unix_socket_directories='{self.folder}'", "max_connections=100", "fsync=off",
            "synchronous_commit=off", "shared_buffers=64MB",
        ]
        lines = "\n".join(settings) + "\n"
        subprocess.run(
            [*self.user, "sh", "-c", f"cat >> {data}/postgresql.conf"], input=lines.encode(), check=True, cwd="/")
        self.run("pg_ctl", "-D", data, "-l", f"{data}/server.log", "-w", "-t", "60", "start")

    def run(self, program, *arguments):
        done = subprocess.run(
            [*self.user, f"{self.programs}/{program}", *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, cwd="/")
        assert done.returncode == 0, f"{program} failed"

    def database(self):
        """An empty database: its address."""
        name = f"test_{uuid.uuid4().hex}"
        self.run("createdb", "-h", self.folder, "-U", "trellis", "-T", "template0", name)
        return f"postgres://trellis@{self.folder.replace('/', '%2F')}/{name}"

    def ask(self, address, sql):
        """Rows of texts."""
        done = subprocess.run(
            [f"{self.programs}/psql", "-X", "-A", "-t", "-F", "\t", "-h", self.folder, "-U", "trellis", "-c", sql,
             address.rsplit("/", 1)[1]], capture_output=True, cwd="/")
        assert done.returncode == 0, done.stderr.decode()
        return [line.split("\t") for line in done.stdout.decode().splitlines()]

    def close(self):
        subprocess.run(
            [*self.user, f"{self.programs}/pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
        shutil.rmtree(self.folder, ignore_errors=True)


def find_programs():
    told = subprocess.run(["pg_config", "--bindir"], capture_output=True).stdout.decode().strip() if shutil.which("pg_config") else ""
    folders = [told, *sorted(map(str, pathlib.Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)]
    for folder in folders:
        if folder and all(os.access(f"{folder}/{each}", os.X_OK) for each in ("initdb", "pg_ctl", "createdb", "psql")):
            return folder
    raise AssertionError("PostgreSQL is not installed: run script/setup tests")
