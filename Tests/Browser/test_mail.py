"""Links by real mail: handed to a mail server, read there, followed in a browser; and a server that does not take it."""
import asyncio
import email
import email.policy
import ssl
import subprocess
import threading
import time

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

from agent import PASSWORD, Agent, begin, link_in, one_time_code, path_of, set_up_app, sign_in
from conftest import Server, trellis

URN = "123456"


class Box:
    """Keeps what the mail server takes; refuses the addresses of `refused`."""

    def __init__(self):
        self.messages, self.refused, self.came = [], set(), threading.Condition()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refused:
            return f"550 5.1.1 <{address}> is not known here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        with self.came:
            self.messages.append((envelope.rcpt_tos, session.ssl is not None, session.auth_data, message))
            self.came.notify_all()
        return "250 taken"

    def next(self):
        with self.came:
            assert self.came.wait_for(lambda: self.messages, timeout=20), "no message came"
            return self.messages.pop(0)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=mail.example", "-addext",
         "subjectAltName=IP:127.0.0.1,IP:127.0.0.2,DNS:localhost", "-keyout", folder / "key.pem", "-out",
         folder / "certificate.pem"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    return context, str(folder / "certificate.pem")


def authenticator(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"trellis", "geheim £5".encode())
    return AuthResult(success=good, auth_data="trellis" if good else None)


class Post:
    """A school whose program has a mail server; `kind`: plain, starttls or tls, which want a password."""

    def __init__(self, folder, kind, certificate, password="geheim £5", host="127.0.0.1", trusting=True):
        self.box, (context, file) = Box(), certificate
        more = {} if kind == "plain" else dict(authenticator=authenticator, auth_required=True)
        if kind == "starttls":
            more |= dict(tls_context=context, require_starttls=True)
        if kind == "tls":
            more |= dict(auth_require_tls=False)

        self.loop = asyncio.new_event_loop()

        def smtp():
            return SMTP(self.box, hostname="mail.example", enable_SMTPUTF8=False, loop=self.loop, **more)

        # On a thread of its own: the browser's tests have a loop on this one.
        threading.Thread(target=self.loop.run_forever, daemon=True).start()
        listening = asyncio.run_coroutine_threadsafe(
            self.loop.create_server(smtp, host, 0, ssl=context if kind == "tls" else None), self.loop)
        port = listening.result(20).sockets[0].getsockname()[1]
        environment = {
            "TRELLIS_MAIL_SERVER": f"{'smtps' if kind == 'tls' else 'smtp'}://{host}:{port}",
            "TRELLIS_MAIL_FROM": "Trellis of Ashfield <trellis@ashfield.example>",
        }
        if kind != "plain":
            environment |= {
                "TRELLIS_MAIL_USER": "trellis", "TRELLIS_MAIL_PASSWORD": password,
                "TRELLIS_MAIL_CERTIFICATES": file if trusting else ""}
        self.file = folder / "trellis.sqlite"
        trellis("school", "add", "--urn", URN, "--name", "Ashfield Primary", "--phase", "primary", database=self.file)
        made = trellis(
            "account", "add", "--email", "senco@ashfield.example", "--name", "Ruth Lowe", "--role", "senco", "--school",
            URN, database=self.file)
        self.server = Server(self.file, environment=environment)
        self.senco = begin(Agent(self.server.address), "senco@ashfield.example", link_in(made.stdout.decode()))

    def invite(self, address, role="teacher"):
        agent = self.senco.agent
        agent.open(f"/schools/{URN}/members/invite")
        return agent.submit("/members/invite", {"email": address, "role": role})

    def close(self):
        self.server.close()
        self.loop.call_soon_threadsafe(self.loop.stop)


@pytest.fixture
def post(tmp_path, certificate):
    opened = []

    def open(kind, **more):
        opened.append(Post(tmp_path, kind, certificate, **more))
        return opened[-1]

    yield open
    for each in opened:
        each.close()


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
@pytest.mark.parametrize("kind", ["plain", "starttls", "tls"])
def test_an_invitation_comes_by_mail(kind, post):
    house = post(kind)
    page = house.invite("j.field@ashfield.example")
    assert page.h1 == "The invitation is sent", page.words
    assert "/invitation/" not in page.text, "whoever invites does not see the link"
    to, by_starttls, user, message = house.box.next()
    assert to == ["j.field@ashfield.example"] and message["To"] == "j.field@ashfield.example"
    assert by_starttls == (kind == "starttls") and (kind == "plain" or user == "trellis")
    assert "Ashfield Primary" in message["Subject"] and message["From"].endswith("<trellis@ashfield.example>")
    text = message.get_content()
    assert "Ruth Lowe" in text and "Teacher" in text
    colleague = Agent(house.server.address)
    way = path_of(link_in(text))
    assert "j.field@ashfield.example" in colleague.open(way).words
    colleague.submit(way, {"name": "Jo Field", "new-password": PASSWORD, "again": PASSWORD})
    set_up_app(colleague)
    assert colleague.open(f"/schools/{URN}").status == 200
    assert path_of(link_in(text)) not in house.server.text()


def test_a_forgotten_password_by_mail(post):
    house = post("plain")
    other = house.senco.agent
    visitor = Agent(house.server.address)
    visitor.open("/forgotten")
    unknown = visitor.submit("/forgotten", {"email": "nobody@ashfield.example"}).words.replace("nobody@", "")
    visitor.open("/forgotten")
    known = visitor.submit("/forgotten", {"email": "Senco@ashfield.example"}).words.replace("senco@", "")
    assert unknown == known, "it does not say who has an account"
    to, _, _, message = house.box.next()
    assert to == ["senco@ashfield.example"]
    first = path_of(link_in(message.get_content()))
    visitor.open("/forgotten")
    visitor.submit("/forgotten", {"email": "senco@ashfield.example"})
    second = path_of(link_in(house.box.next()[3].get_content()))
    assert visitor.open(first).status == 410, "a newer link replaces it"
    visitor.open(second)
    refused = visitor.submit(second, {"new-password": "senco@ashfield.example", "again": "senco@ashfield.example"})
    assert refused.status == 422
    visitor.submit(second, {"new-password": "another lantern of blue glass", "again": "another lantern of blue glass"})
    assert visitor.page.h1 == "Sign in"
    assert visitor.open(second).status == 410, "it works once"
    assert other.open("/account").h1 == "Sign in", "every session is ended"
    sign_in(visitor, "senco@ashfield.example")
    assert visitor.page.status == 422
    sign_in(visitor, "senco@ashfield.example", "another lantern of blue glass")
    assert visitor.page.h1 == "Your code", "the second factor is asked for all the same"
    visitor.submit("/second-factor", {"code": one_time_code(house.senco.secret, time.time() + 30)})
    assert visitor.page.path.startswith(f"/schools/{URN}")
    assert not house.box.messages, "nothing was sent to an address without an account"
    for each in (first, second, "lantern"):
        assert each not in house.server.text()


def test_a_mail_server_that_takes_nothing_is_no_dead_end(post):
    house = post("plain")
    house.box.refused.add("j.field@ashfield.example")
    page = house.invite("j.field@ashfield.example")
    assert page.status == 200 and "did not take the message" in page.words
    link = link_in(page.text)
    assert Agent(house.server.address).open(path_of(link)).status == 200
    assert "mail server" in house.server.text()
    assert "j.field" not in house.server.text() and path_of(link) not in house.server.text()


@pytest.mark.parametrize("wrong", ["password", "certificate", "no TLS"])
def test_nothing_goes_to_a_server_that_is_not_the_one(wrong, post):
    if wrong == "password":
        house = post("starttls", password="wrong")
    elif wrong == "certificate":
        # A server whose certificate nobody whom the system trusts has signed.
        house = post("starttls", trusting=False)
    else:
        # 127.0.0.2 is this machine too, but not by the name under which it may do without TLS.
        house = post("plain", host="127.0.0.2")
    page = house.invite("j.field@ashfield.example")
    assert "did not take the message" in page.words and "/invitation/" in page.text
    assert not house.box.messages
