"""What browsers do not send but others do: at every edge the answer is short, says nothing of a pupil, has the headers of
every other page, and leaves the program serving."""
import random
import re
import socket
import sqlite3
import threading
import time
import urllib.parse

import pytest

from agent import Agent
from conftest import Server, trellis

HEADERS = {
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def guarded(answer, where):
    policy = answer.headers["Content-Security-Policy"] or ""
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy, where
    for name, value in HEADERS.items():
        assert answer.headers[name] == value, (where, name)
    assert answer.headers["Cache-Control"], where
    assert answer.headers["Server"] is None and answer.headers["X-Powered-By"] is None, where


def spoken(server, request, wait=10, end=False):
    """What the program answers to these bytes; empty where it only hangs up."""
    place = urllib.parse.urlsplit(server.address)
    with socket.create_connection((place.hostname, place.port), timeout=wait) as line:
        line.sendall(request)
        if end:
            line.shutdown(socket.SHUT_WR)
        said = b""
        try:
            while part := line.recv(65536):
                said += part
                head, _, body = said.partition(b"\r\n\r\n")
                for each in head.lower().split(b"\r\n"):
                    if each.startswith(b"content-length:") and len(body) >= int(each.split(b":")[1]):
                        return said
        except (TimeoutError, ConnectionResetError):
            pass
        return said


def senco(server):
    agent = Agent(server.address)
    agent.open("/sign-in")
    agent.submit("/demonstration/senco")
    assert "/schools/" in agent.page.path
    agent.token = agent.page.html.xpath("//input[@name='csrf']")[0].value
    agent.school = agent.page.path.split("?")[0]
    return agent


def alive(server):
    assert Agent(server.address).open("/health").text == "ok\n"


def test_every_answer_has_the_headers(server):
    agent = senco(server)
    for path in [
        "/", "/sign-in", "/help", "/health", "/no-such-page", "/public/trellis.css", "/public/no-such-file", agent.school,
        agent.school + "/map", agent.school + "/pupils", agent.school + "/map.csv", agent.school + "/pupils/nobody",
        "/schools/999999", "/development",
    ]:
        guarded(agent.open(path, follows=False), path)
    for method in ["HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "TRACE"]:
        guarded(agent.request(method, "/sign-in"), method)
    guarded(agent.send(agent.school + "/pupils/new", {"surname": "Testname"}, follows=False), "without a token")
    guarded(agent.send("/no-such-page", {}), "a form for nowhere")


def test_head_is_answered_as_get_without_a_body(server):
    agent = senco(server)
    for path in ["/help", "/health", "/public/trellis.css", agent.school + "/map"]:
        got, head = agent.request("GET", path), agent.request("HEAD", path)
        assert head.status == got.status == 200 and head.body == b"", path
        assert head.headers["Content-Type"] == got.headers["Content-Type"], path
    assert agent.request("HEAD", "/no-such-page").status == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "TRACE", "BREW"])
def test_other_methods_do_nothing(method, server):
    agent = senco(server)
    for path in ["/sign-in", agent.school + "/pupils", "/no-such-page"]:
        said = spoken(server, f"{method} {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
        status = said.split(b" ")[1] if said else b"400"
        assert status in (b"400", b"404", b"405"), (path, said[:200])
    alive(server)


def test_paths_that_climb_lead_nowhere(server):
    for path in [
        "/public/../../../etc/passwd", "/public/%2e%2e%2f%2e%2e%2fetc/passwd", "/public/..%2f..%2fPackage.swift",
        "/public/%2e%2e/%2e%2e/Package.swift", "/public/trellis.css/..", "/public//etc/passwd", "/public/.%00./x",
        "/public/trellis.css%00.js", "/public/..\\..\\x", "/public/", "/public", "//etc/passwd", "/./public/../etc/passwd",
        "/public/%c0%ae%c0%ae/etc/passwd", "/public/trellis.css%2f..%2f..%2ftrellis.css",
    ]:
        said = spoken(server, f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
        assert said.split(b" ")[1:2] in ([], [b"400"], [b"404"]), (path, said[:100])
        assert b"root:" not in said and b"swift-tools-version" not in said
    alive(server)


def test_addresses_that_are_none_are_not_found(server):
    agent = senco(server)
    for path in [
        agent.school + "/pupils/%", agent.school + "/pupils/%zz", agent.school + "/pupils/%ff%fe", agent.school + "/map?by=%",
        agent.school + "/map?from=%00&until=%ff", agent.school + "/map?from=99999-99-99", agent.school + "/pupils?year=%zz",
        "/schools/%00", "/schools/" + "9" * 3000, agent.school + "/pupils/" + "0" * 5000, "/%", "/%zz", "/%00", "/sign-in?then=%",
        "/sign-in?then=//evil.example", "/sign-in?then=https://evil.example", "/sign-in?then=/\\evil.example",
        "/sign-in?unfinished=%00", "/invitation/%ff", "/password-reset/" + "A" * 4000,
    ]:
        answer = agent.open(path, follows=False)
        assert answer.status < 500, (path, answer.status)
        assert "evil.example" not in (answer.leads_to or ""), path
        guarded(answer, path)
    for length in (20_000, 100_000, 3_000_000):
        said = spoken(server, b"GET /" + b"a" * length + b" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        assert said.split(b" ")[1:2] in ([], [b"400"], [b"404"], [b"414"], [b"431"]), said[:200]
    alive(server)


def test_a_sign_in_never_leads_to_another_site(server):
    for then in ["//evil.example", "https://evil.example", "/\\evil.example", "\t//evil.example", "javascript:alert(1)",
                 "/%2f/evil.example", "http:/evil.example", "/ /evil.example"]:
        agent = Agent(server.address)
        page = agent.open("/sign-in?then=" + urllib.parse.quote(then))
        for field in page.html.xpath("//input[@name='then']"):
            assert field.value in ("", None) or field.value.startswith("/") and not field.value.startswith(("//", "/\\")), then


def test_a_body_that_is_too_large_is_refused_before_it_is_read(server):
    agent = senco(server)
    way = agent.school + "/pupils/new"
    big = agent.send(way, {"csrf": agent.token, "surname": "a" * 3_000_000}, follows=False)
    assert big.status in (413, 422) and "more than a form can take" in big.words
    guarded(big, "too large")
    assert agent.open(agent.school + "/map").status == 200, "and the session goes on"
    # One that says that a terabyte follows, and one without a length that never ends.
    head = f"POST {way} HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    cookie = "Cookie: " + "; ".join(f"{name}={value}" for name, value in agent.cookies.items()) + "\r\n"
    said = spoken(server, (head + cookie + "Content-Length: 1099511627776\r\n\r\n").encode() + b"a" * 3_000_000)
    assert said == b"" or b" 413 " in said or b" 422 " in said, said[:200]
    chunks = b"".join(b"%x\r\n%s\r\n" % (65536, b"a" * 65536) for _ in range(60))
    said = spoken(server, (head + cookie + "Transfer-Encoding: chunked\r\n\r\n").encode() + chunks)
    assert said == b"" or b" 413 " in said or b" 422 " in said, said[:200]
    alive(server)


def test_forms_that_are_no_forms_are_refused_with_a_sentence(server):
    agent = senco(server)
    way = agent.school + "/pupils/new"
    for kind, body in [
        ("multipart/form-data", b"no boundary"), ("multipart/form-data; boundary=", b"--\r\n"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf"),
        ("multipart/form-data; boundary=" + "x" * 5000, b"--x"), ("multipart/form-data; boundary=x", b"\x00\xff" * 5000),
        ("application/json", b'{"surname": "a"}'), ("application/x-www-form-urlencoded", b"%ff%fe=%c3%28&&&==&%"),
        ("application/x-www-form-urlencoded", b"a=" * 100_000), ("text/plain", b"\x00" * 100), ("", b""),
    ]:
        answer = agent.request("POST", way, body, {"Content-Type": kind})
        assert 400 <= answer.status < 500, (kind[:60], answer.status)
        guarded(answer, kind[:60])
    alive(server)


def test_noise_is_no_request(server):
    chance = random.Random(20261121)
    for _ in range(50):
        noise = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 3000)))
        said = spoken(server, noise + b"\r\n\r\n", wait=2, end=True)
        assert said == b"" or said.startswith((b"HTTP/1.1 4", b"HTTP/1.0 4")), said[:100]
    for request in [
        b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 200_000 + b"\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"X: a\r\n" * 5000 + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nCookie: trellis=" + b"\xff" * 100 + b"\r\n\r\n",
    ]:
        said = spoken(server, request, wait=2, end=True)
        assert said == b"" or b" 500 " not in said.split(b"\r\n")[0], (request[:60], said[:100])
    alive(server)


def test_slow_clients_do_not_keep_others_waiting(server):
    place = urllib.parse.urlsplit(server.address)
    lines = []
    for number in range(300):
        line = socket.create_connection((place.hostname, place.port), timeout=20)
        line.sendall(b"POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nemail=" if number % 2 else b"GET /sig")
        lines.append(line)
    began = time.monotonic()
    agent = senco(server)
    assert agent.open(agent.school + "/map").status == 200
    assert time.monotonic() - began < 30
    # They hang up in the middle of a form: nothing that anybody has to look into.
    before = server.text()
    for line in lines:
        line.close()
    alive(server)
    time.sleep(0.5)
    assert "error" not in server.text()[len(before):]


def test_many_at_once_with_connections_that_break(server):
    agent, place = senco(server), urllib.parse.urlsplit(server.address)
    request = f"GET {agent.school}/map HTTP/1.1\r\nHost: a\r\nCookie: trellis={agent.cookies['trellis']}\r\n\r\n".encode()

    def leave():
        for _ in range(10):
            with socket.create_connection((place.hostname, place.port), timeout=20) as line:
                line.sendall(request)

    work = [threading.Thread(target=leave) for _ in range(8)]
    for each in work:
        each.start()
    for each in work:
        each.join()
    assert agent.open(agent.school + "/map").status == 200


def test_problem_pages_say_nothing_of_anybody(server):
    agent, outsider = senco(server), Agent(server.address)
    names = [link.text_content().split()[-1] for link in agent.open(agent.school + "/pupils").html.xpath("//main//tbody//a")]
    assert len(names) > 100
    pages = [outsider.open("/no-such-page"), outsider.open("/schools/900001/pupils/1", follows=False),
             agent.open("/schools/900001/pupils/01990000-0000-7000-8000-000000000000"), agent.open("/schools/999999/map"),
             agent.send(agent.school + "/pupils/new", {"surname": "Testname"})]
    assert [page.status for page in pages] == [404, 303, 404, 404, 403]
    for page in pages:
        assert not [name for name in names if f">{name}<" in page.text or f" {name} " in page.text], page.path
    # What is not there and what one may not see are the same.
    assert pages[2].h1 == pages[3].h1 == "Page not found"


def test_behind_a_proxy_with_tls(tmp_path):
    database = tmp_path / "trellis.sqlite"
    trellis("demo", database=database)
    server = Server(database, "--demo", environment={"TRELLIS_PUBLIC_URL": "https://trellis.example"})
    try:
        agent = Agent(server.address)
        page = agent.open("/sign-in")
        cookie = page.headers["Set-Cookie"]
        assert cookie.startswith("__Host-trellis=")
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= {part.strip() for part in cookie.split(";")[1:]}
        assert page.headers["Strict-Transport-Security"]
        entered = agent.submit("/demonstration/senco", follows=False)
        assert "Secure" in entered.headers["Set-Cookie"]
        assert agent.open(entered.leads_to).status == 200
    finally:
        server.close()


@pytest.mark.parametrize("trusted", [True, False])
def test_a_forwarded_address_is_believed_of_a_trusted_proxy_only(trusted, tmp_path):
    database = tmp_path / "trellis.sqlite"
    trellis("school", "add", "--urn", "123456", "--name", "Ashfield", "--phase", "primary", database=database)
    environment = {"TRELLIS_TRUSTED_PROXIES": "127.0.0.1, 10.0.0.7"} if trusted else {}
    server = Server(database, environment=environment)
    try:
        def attempt(number, place):
            agent = Agent(server.address, {"X-Forwarded-For": place})
            agent.open("/sign-in")
            return agent.submit("/sign-in", {"email": f"u{number}@a.example", "password": "wrong wrong wrong"}).words

        # A hundred from one place, each for another account; a visitor may write what it likes before its proxy's word.
        for number in range(100):
            assert "not right" in attempt(number, f"198.51.100.{number}, 203.0.113.9, 10.0.0.7")
        assert "too many times" in attempt(100, "203.0.113.9")
        other = attempt(101, "203.0.113.10")
        assert ("not right" in other) == trusted and ("too many times" in other) != trusted
    finally:
        server.close()


def test_ten_wrong_passwords_for_one_account_wait_and_the_others_do_not(tmp_path):
    database = tmp_path / "trellis.sqlite"
    trellis("school", "add", "--urn", "123456", "--name", "Ashfield", "--phase", "primary", database=database)
    server = Server(database)
    try:
        said = []

        def attempt(email):
            agent = Agent(server.address)
            agent.open("/sign-in")
            said.append(agent.submit("/sign-in", {"email": email, "password": "wrong wrong wrong"}).words)

        # At once: a thousand at the same moment are no way round.
        work = [threading.Thread(target=attempt, args=("one@a.example",)) for _ in range(30)]
        for each in work:
            each.start()
        for each in work:
            each.join()
        assert sum("not right" in words for words in said) == 10
        assert sum("too many times" in words for words in said) == 20
        attempt("other@a.example")
        assert "not right" in said[-1]
    finally:
        server.close()


def test_a_500_has_a_reference_and_the_log_has_it_too(tmp_path):
    database = tmp_path / "trellis.sqlite"
    trellis("demo", database=database)
    server = Server(database, "--demo")
    try:
        agent = senco(server)
        agent.open(agent.school + "/pupils/new")
        with sqlite3.connect(database) as kept:
            kept.execute("ALTER TABLE pupils RENAME COLUMN forename TO first_name")
        kept.close()
        page = agent.submit(
            "/pupils/new", {"surname": "Unspeakable", "forename": "Quintessa", "birth-day": "2 September 2018"})
        assert page.status == 500 and page.h1 == "Something went wrong"
        reference = re.search(r"reference: ([2-9A-Z]{4}-[2-9A-Z]{4})", page.words).group(1)
        assert reference in server.text()
        for word in ("Unspeakable", "Quintessa"):
            assert word not in server.text() and word not in page.text
        for word in ("first_name", "SELECT", "INSERT", "sqlite", "swift"):
            assert word not in page.text
        guarded(page, "500")
    finally:
        server.close()
