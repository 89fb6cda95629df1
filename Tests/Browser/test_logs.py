"""What the program logs over a whole day names nobody: no pupil, no UPN, no e-mail address, no link, no password, no code."""
import re
import sqlite3

from agent import PASSWORD, Agent, begin, link_in, one_time_code, path_of, sign_in
from conftest import Server, trellis

UPN = "A801234518001"
LIST = (
    "UPN,Legal Surname,Legal Forename,DOB,Reg,Year,SEN Status\n"
    f"{UPN},Quillfeather,Thessaly,03/04/2017,3A,3,K\nB801234518002,Quillfeather,Thessaly,31/02/2017,3A,3,K\n"
).encode()


def walk(agent, start, most=60):
    """Every page that links lead to, one of each kind."""
    waiting, seen = [start], set()
    while waiting and len(seen) < most:
        path = waiting.pop(0)
        kind = re.sub(r"[0-9a-f-]{36}", "ID", path.split("?")[0].split("#")[0])
        if kind in seen:
            continue
        seen.add(kind)
        page = agent.open(path)
        assert page.status < 500, path
        if "html" in page.headers["Content-Type"]:
            waiting += [link for link in page.html.xpath("//a/@href") if link.startswith("/")]
    return seen


def test_a_days_log_names_nobody(tmp_path):
    database = tmp_path / "trellis.sqlite"
    trellis("demo", database=database)
    server = Server(database, "--demo")
    secrets = [PASSWORD, UPN, "Quillfeather", "Thessaly"]
    try:
        school = None
        for role in ["senco", "head-teacher", "governor", "finance", "teacher", "teaching-assistant", "office", "moderator"]:
            agent = Agent(server.address)
            agent.open("/sign-in")
            agent.submit(f"/demonstration/{role}")
            school = agent.page.path.split("?")[0]
            assert len(walk(agent, school)) > 3
            secrets += agent.cookies.values()
        # The map as files, searches by name, forms that are refused, and pages that are not there.
        agent.open("/sign-in")
        agent = Agent(server.address)
        agent.open("/sign-in")
        agent.submit("/demonstration/senco")
        token = agent.page.html.xpath("//input[@name='csrf']")[0].value
        for path in ["/map.csv", "/map.xlsx", "/map.pdf", "/map?pupil=Quillfeather", "/pupils?q=Quillfeather", "/pupils/Quillfeather"]:
            agent.open(school + path)
        agent.send(school + "/map", {"csrf": token, "find": "Quillfeather"})
        agent.send(school + "/pupils", {"csrf": token, "find": "Quillfeather"})
        agent.send(school + "/pupils/new", {"csrf": token, "surname": "Quillfeather", "forename": "Thessaly", "birth-day": "31/2/2018"})
        assert agent.page.status == 422
        agent.send(school + "/pupils/new", {"csrf": "wrong", "surname": "Quillfeather"})
        # A file, which closes the doors, and one that cannot be read.
        agent.send(school + "/imports", [("csrf", token), ("kind", "pupils")], [("file", "Thessaly Quillfeather.csv", LIST)])
        for form in agent.page.html.forms:
            if re.search(r"/imports/[0-9a-f-]{36}$", form.action or ""):
                agent.submit(form.action, {"skip-refused": "yes"})
                break
        agent.send(school + "/imports", [("csrf", token), ("kind", "pupils")], [("file", "Quillfeather.xlsx", b"PK\x03\x04 Quillfeather")])
        # Somebody comes in by a link, is refused, forgets, and comes in.
        made = trellis("account", "add", "--email", "quill@ashfield.example", "--name", "Quentin Quill", "--role", "senco",
                       "--school", "900001", database=database)
        link = link_in(made.stdout.decode())
        person = begin(Agent(server.address), "quill@ashfield.example", link)
        secrets += [path_of(link).split("/")[-1], person.secret, person.secret.replace(" ", ""), *person.codes]
        secrets += ["quill@ashfield.example", "Quentin", *person.agent.cookies.values()]
        for password in ["wrong " + PASSWORD] * 11:
            sign_in(Agent(server.address), "quill@ashfield.example", password)
        person.agent.open("/schools/900001/members/invite")
        person.agent.submit("/members/invite", {"email": "jo.quill@ashfield.example", "role": "teacher"})
        invitation = path_of(link_in(person.agent.page.text))
        secrets += [invitation.split("/")[-1], "jo.quill"]
        Agent(server.address).open(invitation)
        Agent(server.address).open("/password-reset/" + path_of(link).split("/")[-1])
        # What nobody foresaw, in the middle of all of it.
        with sqlite3.connect(database) as kept:
            pupils = kept.execute("SELECT upn, surname, forename FROM pupils").fetchall()
            emails = [row[0] for row in kept.execute("SELECT email FROM accounts")]
            staff = [row[0] for row in kept.execute("SELECT name FROM staff")]
            kept.execute("ALTER TABLE pupil_classes RENAME COLUMN class TO form")
            kept.execute("ALTER TABLE invitations RENAME COLUMN role TO part")
        kept.close()
        for path in ["/schools/900001/pupils", "/schools/900001/pupils?q=Quillfeather", invitation]:
            assert person.agent.open(path).status == 500, path
        person.agent.open("/account")
        token = person.agent.page.html.xpath("//input[@name='csrf']")[0].value
        person.agent.send("/schools/900001/pupils/new", {
            "csrf": token, "surname": "Quillfeather", "forename": "Thessaly", "birth-day": "3/4/2017", "class": "3A"})
    finally:
        server.close()
    log = server.text()
    assert log.count(" 500") + log.count("GET /schools") > 2 or "error" in log, "the log is not the program's"
    assert len(pupils) > 1500
    words = {word.strip(".,:;()\"'“”").lower() for word in log.split()}
    for upn, surname, forename in pupils:
        assert not upn or upn not in log
        assert surname.lower() not in words, surname
        assert forename.lower() not in words, forename
    for secret in [*secrets, *emails, *staff]:
        assert secret not in log, secret
