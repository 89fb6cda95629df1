"""What the tests use where a real browser is too polite: one that keeps its cookies and sends the forms of the page that
it shows, but may also be cut off, send what no browser sends, and look at every header of an answer."""
import base64
import hashlib
import hmac
import http.client
import re
import time
import urllib.parse
import uuid

import lxml.html

PASSWORD = "copper lantern walks at midnight"


class Shown:
    """An answer: its status, its headers, and what it says."""

    def __init__(self, path, status, headers, body):
        self.path, self.status, self.headers, self.body = path, status, headers, body

    @property
    def text(self):
        return self.body.decode(errors="replace")

    @property
    def html(self):
        return lxml.html.fromstring(self.text)

    @property
    def words(self):
        """What is read on the page, in one line."""
        return " ".join(self.html.text_content().split())

    @property
    def h1(self):
        found = self.html.xpath("//h1")
        return " ".join(found[0].text_content().split()) if found else ""

    @property
    def leads_to(self):
        return self.headers.get("Location")

    def form(self, action):
        """The form that is sent to `action`, or to an address that ends with it."""
        forms = [form for form in self.html.forms if form.action == action or (form.action or "").endswith(action)]
        assert forms, f"no form {action} on {self.path} ({self.status}), only {[each.action for each in self.html.forms]}"
        return forms[0]


class Agent:
    def __init__(self, address, headers=None):
        self.address = address
        self.cookies = {}
        self.headers = dict(headers or {})
        self.page = None

    def move(self, address):
        """Goes on at another address with the same cookies: the server was started again, or is another one."""
        self.address = address
        return self

    def request(self, method, path, body=None, headers=None, timeout=60):
        host = urllib.parse.urlsplit(self.address).netloc
        connection = http.client.HTTPConnection(host, timeout=timeout)
        sent = {**self.headers, **(headers or {})}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            connection.request(method, path, body=body, headers=sent)
            answer = connection.getresponse()
            shown = Shown(path, answer.status, answer.headers, answer.read())
        finally:
            connection.close()
        for cookie in shown.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        return shown

    def open(self, path, follows=True):
        self.page = self.request("GET", path)
        while follows and self.page.status in (302, 303):
            self.page = self.request("GET", self.page.leads_to)
        return self.page

    def send(self, path, fields, files=None, follows=True):
        """Posts a form: `fields` as pairs or a dictionary, `files` as (field, name, bytes)."""
        pairs = list(fields.items()) if isinstance(fields, dict) else list(fields)
        if files is None:
            body, kind = urllib.parse.urlencode(pairs).encode(), "application/x-www-form-urlencoded"
        else:
            body, kind = multipart(pairs, files)
        self.page = self.request("POST", path, body, {"Content-Type": kind})
        while follows and self.page.status in (302, 303):
            self.page = self.request("GET", self.page.leads_to)
        return self.page

    def submit(self, action, typed=None, files=None, follows=True, page=None):
        """Sends a form of the page that is shown, with everything in it that was not typed over."""
        form = (page or self.page).form(action)
        pairs = [(name, value) for name, value in values(form) if name not in (typed or {})]
        for name, value in (typed or {}).items():
            pairs += [(name, each) for each in (value if isinstance(value, list) else [value])]
        return self.send(form.action, pairs, files, follows)


def values(form):
    """What a browser would send of a form as it stands."""
    for part in form.xpath(".//input[@name] | .//select[@name] | .//textarea[@name]"):
        kind = part.get("type", "text")
        if part.tag == "select":
            chosen = part.xpath(".//option[@selected]") or ([] if part.get("multiple") is not None else part.xpath(".//option")[:1])
            for option in chosen:
                yield part.get("name"), option.get("value", option.text or "")
        elif part.tag == "textarea":
            yield part.get("name"), part.text or ""
        elif kind in ("checkbox", "radio"):
            if part.get("checked") is not None:
                yield part.get("name"), part.get("value", "on")
        elif kind not in ("submit", "button", "file", "image", "reset"):
            yield part.get("name"), part.get("value", "")


def multipart(pairs, files):
    edge = uuid.uuid4().hex
    parts = []
    for name, value in pairs:
        parts.append(f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode())
    for field, name, body in files:
        head = f'--{edge}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
        parts.append(f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + body + b"\r\n")
    parts.append(f"--{edge}--\r\n".encode())
    return b"".join(parts), f"multipart/form-data; boundary={edge}"


def one_time_code(secret, at=None):
    """The six digits that an authenticator app shows (RFC 6238)."""
    letters = re.sub(r"\s", "", secret).upper()
    key = base64.b32decode(letters + "=" * (-len(letters) % 8))
    step = int((time.time() if at is None else at) // 30)
    digest = hmac.new(key, step.to_bytes(8, "big"), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start:start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"


def path_of(link):
    return urllib.parse.urlsplit(link).path


def link_in(text):
    """The address of an invitation or of a new password in a message or in a command's words."""
    return re.search(r"https?://[^\s<\"]+/(?:invitation|password-reset)/[\w-]+", text).group(0)


def secret_on(page):
    """The secret of the page that sets an authenticator app up."""
    return re.search(r"(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}", page.words).group(0)


def printed_codes(page):
    return [each.text for each in page.html.xpath("//ol[contains(@class, 'codes')]//code")]


class Person:
    """Somebody with an account of their own: their password, their app, their printed codes."""

    def __init__(self, email, agent, secret=None, codes=()):
        self.email, self.agent, self.secret, self.codes = email, agent, secret, list(codes)
        self.password = PASSWORD


def sign_in(agent, email, password=PASSWORD):
    agent.open("/sign-in")
    return agent.submit("/sign-in", {"email": email, "password": password})


def choose_password(agent, link, password=PASSWORD):
    """Opens the link that the operator's command printed, and chooses a password."""
    agent.open(path_of(link))
    agent.submit(path_of(link), {"new-password": password, "again": password})
    assert agent.page.h1 == "Sign in", agent.page.words
    return agent.page


def set_up_app(agent):
    """Sets an authenticator app up on the page that asks for it: its secret and the printed codes."""
    secret = secret_on(agent.page)
    agent.submit("/second-factor/set-up", {"code": one_time_code(secret)})
    codes = printed_codes(agent.page)
    assert len(codes) == 10, agent.page.words
    return secret, codes


def begin(agent, email, link):
    """From the operator's link to a signed-in person with an app."""
    choose_password(agent, link)
    sign_in(agent, email)
    secret, codes = set_up_app(agent)
    return Person(email, agent, secret, codes)
