"""Getting in without the demonstration: from the operator's command to a SENCO who invites, in a real browser."""
import sqlite3

import pytest

from agent import PASSWORD, link_in, one_time_code, path_of, secret_on
from conftest import Server, trellis

URN = "123456"


class House:
    """A school of its own, with the server that serves it."""

    def __init__(self, folder):
        self.file = folder / "trellis.sqlite"
        trellis("school", "add", "--urn", URN, "--name", "Ashfield Primary", "--phase", "primary", database=self.file)
        self.server = Server(self.file)
        self.address = self.server.address

    def account(self, email, role, name="Ruth Lowe"):
        made = trellis(
            "account", "add", "--email", email, "--name", name, "--role", role, "--school", URN, database=self.file)
        return link_in(made.stdout.decode())

    def change(self, sql):
        """What only time could do, done at once."""
        with sqlite3.connect(self.file) as kept:
            assert kept.execute(sql).rowcount > 0
        kept.close()


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    house = House(tmp_path_factory.mktemp("house"))
    yield house
    house.server.close()


def button(page, words):
    page.click(f"main button:has-text('{words}')")
    page.wait_for_load_state()


def enter(page, house, email, password=PASSWORD):
    page.goto(house.address + "/sign-in")
    page.fill("[name=email]", email)
    page.fill("[name=password]", password)
    button(page, "Sign in")


class Browsed:
    """What `secret_on` reads of a page in a browser."""

    def __init__(self, page):
        self.words = " ".join(page.inner_text("main").split())


def settle(page, house, email, role, name="Ruth Lowe"):
    """Takes up an account from its link to the school's first page; its app's secret and printed codes."""
    page.goto(house.address + path_of(house.account(email, role, name)))
    page.fill("[name=new-password]", PASSWORD)
    page.fill("[name=again]", PASSWORD)
    page.click("main button[type=submit]")
    enter(page, house, email)
    secret = secret_on(Browsed(page))
    page.fill("[name=code]", one_time_code(secret))
    button(page, "Set it up")
    codes = page.locator("ol.codes code").all_inner_texts()
    page.click("text=I have kept them")
    return secret, codes


def sign_out(page):
    page.click("button:has-text('Sign out')")
    page.wait_for_load_state()


def test_from_the_operators_link_to_the_school_and_back_in(house, visitor):
    page = visitor()
    link = house.account("r.lowe@ashfield.example", "senco")
    page.goto(house.address + path_of(link))
    for weak, again in [("short", "short"), ("passwordpassword", "passwordpassword"), (PASSWORD, PASSWORD + "x")]:
        page.fill("[name=new-password]", weak)
        page.fill("[name=again]", again)
        page.click("main button[type=submit]")
        assert page.is_visible(".error-summary, [role=alert]"), weak
    page.fill("[name=new-password]", PASSWORD)
    page.fill("[name=again]", PASSWORD)
    page.click("main button[type=submit]")
    assert page.inner_text("h1") == "Sign in"
    page.goto(house.address + path_of(link))
    assert page.inner_text("h1") != "Choose a new password", "a link works once"

    enter(page, house, "r.lowe@ashfield.example", "wrong password here")
    assert page.inner_text(".error-summary, [role=alert]").count("not right")
    assert page.input_value("[name=email]") == "r.lowe@ashfield.example"
    enter(page, house, "R.Lowe@Ashfield.example ")
    assert page.inner_text("h1") == "Set up a second factor"
    assert page.locator("main svg").count() == 1
    page.goto(f"{house.address}/schools/{URN}/pupils")
    assert page.inner_text("h1") == "Set up a second factor", "nothing of the school before the second factor"
    secret = secret_on(Browsed(page))
    page.fill("[name=code]", "000000")
    button(page, "Set it up")
    assert page.is_visible(".error-summary, [role=alert]")
    assert secret_on(Browsed(page)) == secret, "the app that was set up meanwhile stays good"
    page.fill("[name=code]", one_time_code(secret))
    button(page, "Set it up")
    codes = page.locator("ol.codes code").all_inner_texts()
    assert len(set(codes)) == 10
    page.emulate_media(media="print")
    assert page.is_visible("ol.codes") and not page.is_visible("text=I have kept them")
    page.emulate_media(media="screen")
    page.click("text=I have kept them")
    assert page.url.split("?")[0] == f"{house.address}/schools/{URN}/pupils"

    sign_out(page)
    page.go_back()
    page.reload()
    assert page.inner_text("h1") == "Sign in"
    enter(page, house, "r.lowe@ashfield.example")
    assert page.inner_text("h1") == "Your code"
    page.fill("[name=code]", one_time_code(secret, at=0))
    button(page, "Go on")
    assert page.is_visible(".error-summary, [role=alert]")
    page.click("text=use a printed code")
    page.fill("[name=code]", codes[3].upper().replace("-", " "))
    button(page, "Go on")
    assert f"/schools/{URN}" in page.url

    sign_out(page)
    enter(page, house, "r.lowe@ashfield.example")
    page.click("text=use a printed code")
    page.fill("[name=code]", codes[3])
    button(page, "Go on")
    assert page.is_visible(".error-summary, [role=alert]"), "each printed code works once"


def test_a_colleague_is_invited_by_a_slip(house, visitor):
    senco, colleague, other = visitor(), visitor(), visitor()
    settle(senco, house, "s.reed@ashfield.example", "senco", "Sam Reed")
    members = f"{house.address}/schools/{URN}/members"

    def invite(email):
        senco.goto(members + "/invite")
        senco.fill("[name=email]", email)
        senco.check("[name=role][value='teaching-assistant']")
        button(senco, "Invite")
        return senco.input_value("#link") if senco.locator("input#link").count() else link_in(senco.content())

    link = invite("j.field@ashfield.example")
    assert senco.is_visible(".slip") and link in senco.inner_text(".slip")
    senco.emulate_media(media="print")
    assert senco.is_visible(".slip")
    senco.emulate_media(media="screen")
    senco.goto(members)
    assert path_of(link) not in senco.content(), "it is shown once"

    # Another link for the same invitation: the first is dead.
    senco.click("tr:has-text('j.field@ashfield.example') button:has-text('New link')")
    senco.wait_for_load_state()
    again = link_in(senco.content())
    colleague.goto(house.address + path_of(link))
    assert colleague.inner_text("h1") == "This invitation is not known"

    # It lived for 72 hours, and is issued again.
    house.change("UPDATE invitations SET expires_at = '2026-01-01T00:00:00.000Z' WHERE email = 'j.field@ashfield.example'")
    colleague.goto(house.address + path_of(again))
    assert colleague.inner_text("h1") == "This invitation has expired"
    senco.goto(members)
    assert "Expired" in senco.inner_text("tr:has-text('j.field@ashfield.example')")
    senco.click("tr:has-text('j.field@ashfield.example') button:has-text('New link')")
    senco.wait_for_load_state()
    again = link_in(senco.content())

    # Somebody who is signed in as another person cannot take it.
    senco.goto(house.address + path_of(again))
    assert "another address" in senco.inner_text("main")
    token = senco.get_attribute("input[name=csrf] >> nth=0", "value")
    taken = senco.request.post(house.address + path_of(again), form={"csrf": token, "name": "Sam Reed"})
    assert taken.status == 403

    colleague.goto(house.address + path_of(again))
    assert "j.field@ashfield.example" in colleague.inner_text("main")
    colleague.fill("[name=name]", "Jo Field")
    colleague.fill("[name=new-password]", "ashfield primary")
    colleague.fill("[name=again]", "ashfield primary")
    button(colleague, "Make my account")
    assert colleague.is_visible(".error-summary, [role=alert]"), "not the school's name"
    assert colleague.input_value("[name=name]") == "Jo Field"
    colleague.fill("[name=new-password]", PASSWORD)
    colleague.fill("[name=again]", PASSWORD)
    button(colleague, "Make my account")
    assert colleague.inner_text("h1") == "Set up a second factor"
    colleague.fill("[name=code]", one_time_code(secret_on(Browsed(colleague))))
    button(colleague, "Set it up")
    colleague.click("text=I have kept them")
    assert f"/schools/{URN}" in colleague.url

    other.goto(house.address + path_of(again))
    assert other.inner_text("h1") == "This invitation has been taken up"

    # The role is ended: it is lost with the next click.
    senco.goto(members)
    senco.click("text=Jo Field")
    senco.click("button:has-text('End at once')")
    senco.wait_for_load_state()
    answer = colleague.goto(f"{house.address}/schools/{URN}/map")
    assert answer.status == 404
    colleague.goto(house.address + "/")
    assert "Jo Field" in colleague.content() and URN not in colleague.content()


def test_an_account_that_is_disabled_is_out_at_once(house, visitor):
    page = visitor()
    settle(page, house, "out@ashfield.example", "senco", "Olga Utt")
    trellis("account", "disable", "--email", "out@ashfield.example", database=house.file)
    page.goto(f"{house.address}/schools/{URN}/map")
    assert page.inner_text("h1") == "Sign in"
    enter(page, house, "out@ashfield.example")
    assert "not right" in page.inner_text(".error-summary, [role=alert]")


def test_a_changed_password_ends_the_other_sessions_and_sessions_are_ended_by_their_owner(house, visitor):
    first, second, third = visitor(), visitor(), visitor()
    _, codes = settle(first, house, "many@ashfield.example", "senco", "Mary Many")
    for number, page in enumerate((second, third)):
        enter(page, house, "many@ashfield.example")
        page.click("text=use a printed code")
        page.fill("[name=code]", codes[number])
        button(page, "Go on")
        assert f"/schools/{URN}" in page.url
    first.goto(house.address + "/account")
    assert first.locator("main tbody tr").count() == 3
    first.click("main tbody tr:nth-child(2) button:has-text('End')")
    first.wait_for_load_state()
    assert first.locator("main tbody tr").count() == 2
    heads = []
    for page in (second, third):
        page.goto(house.address + "/account")
        heads.append(page.inner_text("h1"))
    assert sorted(heads) == ["Sign in", "Your account"]
    first.fill("[name=old-password]", PASSWORD)
    first.fill("[name=new-password]", "another lantern of blue glass")
    first.fill("[name=again]", "another lantern of blue glass")
    button(first, "Change password")
    assert "Your password is changed" in first.inner_text("body")
    for page in (second, third):
        page.goto(house.address + "/account")
        assert page.inner_text("h1") == "Sign in"
    first.goto(house.address + "/account")
    assert first.inner_text("h1") == "Your account"


def test_what_was_typed_outlives_the_session_and_the_second_factor(house, visitor):
    page = visitor()
    _, codes = settle(page, house, "typing@ashfield.example", "senco", "Tess Ping")
    page.goto(f"{house.address}/schools/{URN}/pupils/new")
    page.fill("[name=surname]", "Okafor-Ní Bhriain")
    page.fill("[name=forename]", "Ada")
    page.fill("[name=birth-day]", "2 September 2018")
    house.change(
        "UPDATE sessions SET last_seen_at = '2026-01-01T00:00:00.000Z' WHERE account_id = "
        "(SELECT id FROM accounts WHERE email = 'typing@ashfield.example')")
    page.click("main form button[type=submit] >> nth=-1")
    page.wait_for_load_state()
    assert page.inner_text("h1") == "Sign in" and "what you typed is kept" in page.inner_text("main")
    assert "Okafor" not in page.url
    page.fill("[name=email]", "typing@ashfield.example")
    page.fill("[name=password]", PASSWORD)
    button(page, "Sign in")
    page.click("text=use a printed code")
    page.fill("[name=code]", codes[0])
    button(page, "Go on")
    assert page.inner_text("h1") == "You were in the middle of something"
    assert "Okafor-Ní Bhriain" in page.inner_text("main") and "2 September 2018" in page.inner_text("main")
    button(page, "Send it now")
    page.goto(f"{house.address}/schools/{URN}/pupils")
    assert "Okafor-Ní Bhriain" in page.inner_text("main")


def test_a_form_of_a_page_that_is_too_old_loses_nothing(house, visitor):
    page = visitor()
    settle(page, house, "stale@ashfield.example", "senco", "Stan Ale")
    page.goto(f"{house.address}/schools/{URN}/pupils/new")
    page.fill("[name=surname]", "Stalefield")
    page.fill("[name=forename]", "Robin")
    page.fill("[name=birth-day]", "3 September 2018")
    page.eval_on_selector_all("main input[name=csrf]", "fields => fields.forEach(field => field.value = 'old')")
    with page.expect_response(lambda answer: answer.request.method == "POST") as sent:
        page.click("main form button[type=submit] >> nth=-1")
    assert sent.value.status == 403
    assert "Stalefield" in page.inner_text("main")
    button(page, "Send it now")
    page.goto(f"{house.address}/schools/{URN}/pupils")
    assert "Stalefield" in page.inner_text("main")


def test_cookies_are_for_this_site_and_out_of_reach_of_scripts(house, visitor):
    page = visitor()
    page.goto(house.address + "/sign-in")
    cookies = page.context.cookies()
    assert [(each["name"], each["httpOnly"], each["sameSite"], each["secure"]) for each in cookies] == [
        ("trellis", True, "Lax", False)]
    assert page.evaluate("document.cookie") == ""
