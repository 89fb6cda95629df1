"""What of a school's inclusion strategy leaves it: page, paper, office document and JSON agree to the penny, what was published
stays, nothing tells of a pupil; and wrong input is refused without losing what was typed."""
import io
import json
import re
import sqlite3
import zipfile

import lxml.etree
import pypdf
import pytest

from agent import Agent, values
from conftest import trellis
from test_area_secrecy import Pupils, spoken

SCHOOL = "/schools/900001"
PUBLIC = "/inclusion-strategy/900001"


def come_in(server, role):
    """Through a door: the newest strategy stands open."""
    agent = Agent(server.address)
    agent.open("/sign-in")
    agent.submit(f"/demonstration/{role}")
    agent.base = agent.open(f"{SCHOOL}/strategies").path
    return agent


def first_activity(senco):
    return senco.page.html.xpath("//table//a[contains(@href, '/activities/')]/@href")[0]


def words_of(file):
    """Everything that a reader of a PDF or of a Word document reads, in one line."""
    if file[:4] == b"%PDF":
        text = " ".join(part.extract_text() for part in pypdf.PdfReader(io.BytesIO(file)).pages)
    else:
        parts = zipfile.ZipFile(io.BytesIO(file))
        trees = [lxml.etree.fromstring(parts.read(name)) for name in parts.namelist() if name.endswith(".xml")]
        text = " ".join(each.xpath("string()") for tree in trees for each in tree.xpath("//*[local-name()='p']") or [tree])
    return " ".join(text.split())


def written(database, form, *more, school="900001"):
    return trellis("strategy", "--school", school, "--format", form, *more, database=database).stdout


def money(pence):
    return f"£{pence / 100:,.2f}"


def table(page, caption):
    """The rows of a page's table, and its sums."""
    found = page.html.xpath(f"//table[normalize-space(caption)='{caption}']")[0]
    rows = [[" ".join(cell.itertext()).strip() for cell in row.xpath("./td|./th")] for row in found.xpath("./tbody/tr|./tfoot/tr")]
    return {row[0]: row[1:] for row in rows}


BUDGET = "Budgeted costs, by school year and by financial year"
YEARS = ["by_academic_year", "by_financial_year"]


@pytest.mark.parametrize("school", ["900001", "900002"])
def test_the_files_of_the_command_add_up_and_agree_to_the_penny(school, demonstration):
    data = json.loads(written(demonstration, "json", school=school))
    total, activities = data["total"]["total"]["pence"], [each["costs"] for each in data["activities"]]
    assert total == sum(each["total"]["pence"] for each in activities) > 0
    for kind in YEARS:
        assert sum(year["pence"] for year in data["total"][kind]) == total
        for place, year in enumerate(data["total"][kind]):
            assert sum(each[kind][place]["pence"] for each in activities) == year["pence"]
    for place, year in enumerate(data["total"]["by_financial_year"]):
        assert sum(each["by_financial_year"][place]["planned"]["pence"] for each in data["funding"]) == year["pence"]
    for each in data["activities"]:
        assert sum(line["total"]["pence"] for line in each["working"]) == each["costs"]["total"]["pence"], each["name"]
    amounts = {total, *(year["pence"] for kind in YEARS for year in data["total"][kind]), *(each["total"]["pence"] for each in activities)}
    for form in ["pdf", "docx"]:
        words = words_of(written(demonstration, form, school=school))
        assert [money(pence) for pence in amounts if money(pence) not in words] == [], form


def test_pages_and_files_agree_to_the_penny(own_server):
    data = json.loads(written(own_server.database, "json"))
    total = money(data["total"]["total"]["pence"])
    costs = {each["name"]: money(each["costs"]["total"]["pence"]) for each in data["activities"]}
    senco, stranger = come_in(own_server, "senco"), Agent(own_server.address)
    desk = table(senco.page, "Activities with their budgeted costs")
    assert desk.pop("All")[-1] == total and f"budgeted in all{total}" in senco.page.words
    assert {name: row[-1] for name, row in desk.items()} == costs
    shown = table(stranger.open(PUBLIC), BUDGET)
    assert shown.pop("All")[-1] == total and set(shown) == set(costs)
    assert all(row[-1] in ("not shown", costs[name]) for name, row in shown.items())
    for form in ["pdf", "docx"]:
        assert total in words_of(senco.request("GET", f"{senco.base}/strategy.{form}").body), form
        public = stranger.request("GET", f"{PUBLIC}/1/strategy.{form}").body
        assert public == written(own_server.database, form, "--published", "1"), form
        assert all(told in words_of(public) for told in [total, *(row[-1] for row in shown.values())])
    assert json.loads(written(own_server.database, "json", "--published", "1"))["total"] == data["total"]


def test_strangers_are_told_of_no_pupil(server, demonstration):
    pupils, stranger, waiting, found, seen = Pupils(demonstration), Agent(server.address), [PUBLIC, f"{PUBLIC}/1"], {}, set()
    while waiting:
        path = waiting.pop()
        if path in seen or not path.startswith("/") or path.startswith("/development"):
            continue
        seen.add(path)
        page = stranger.open(path)
        assert page.status == 200, path
        if re.search(r"\.(pdf|docx)$", path):
            told = pupils.within(words_of(page.body))
        else:
            told = pupils.within(page.text) | pupils.within(spoken(page))
            if path.startswith(PUBLIC):
                assert not [link for link in page.html.xpath("//@href | //@action") if "/schools/" in link]
                waiting += page.html.xpath("//a/@href")
        if told:
            found[path] = told
    assert not found and {f"{PUBLIC}/1/strategy.pdf", f"{PUBLIC}/1/strategy.docx"} <= seen


def test_strangers_are_told_no_number_of_few(server, demonstration):
    page = Agent(server.address).open(PUBLIC)
    counts = {name: row[0] for name, row in table(page, "Pupils with SEN support or an EHC plan by their first need").items()}
    sums = re.findall(r"(?:on the roll|with SEN support|with an EHC plan)(\d+|fewer than 5|not shown)", page.words)
    assert len(sums) >= 3 and len(counts) > 5
    assert [told for told in [*counts.values(), *sums] if told.isdigit() and int(told) in range(1, 5)] == []
    hidden = [told for told in counts.values() if not told.isdigit()]
    assert len(hidden) != 1, "one alone could be worked out from the sum"
    cohort = json.loads(written(demonstration, "json", "--public"))["cohort"]
    told = [cohort[each]["pupil_count"] for each in ["on_roll", "sen_support", "plans"]] + [each["pupil_count"] for each in cohort["by_need"]]
    assert not set(told) & {1, 2, 3, 4}
    for form in ["pdf", "docx"]:
        words = words_of(written(demonstration, form, "--published", "1"))
        assert [name for name, told in counts.items() if not re.search(rf"{re.escape(name)}\s*{told}\b", words)] == [], form


@pytest.mark.parametrize("reader", ["stranger", "governor", "teacher"])
def test_what_is_done_for_few_shows_no_cost(reader, server, demonstration):
    data = {each["name"]: each["costs"] for each in json.loads(written(demonstration, "json"))["activities"]}
    names = set(re.findall("“([^”]+)” is for fewer than five pupils", come_in(server, "senco").page.words))
    assert names, "the demonstration has something for few"
    agent = Agent(server.address) if reader == "stranger" else come_in(server, reader)
    base = f"{PUBLIC}/1" if reader == "stranger" else agent.base
    shown = table(agent.open(base), BUDGET)
    hidden = {name for name, row in shown.items() if "not shown" in row}
    assert names <= hidden and all(set(shown[name]) == {"not shown"} for name in hidden)
    amounts = {name: [year["pence"] for kind in YEARS for year in data[name][kind]] for name in hidden}
    for column in zip(*amounts.values()):
        assert len([pence for pence in column if pence]) != 1, "the only one that is withheld could be worked out"
    texts = [spoken(agent.page), *(words_of(agent.request("GET", f"{base}/strategy.{form}").body) for form in ["pdf", "docx"])]
    for name in hidden:
        assert not [money(pence) for pence in amounts[name] if pence and any(money(pence) in text for text in texts)], name


def test_unpublished_and_unknown_schools_are_one_page(server):
    stranger = Agent(server.address)
    answers = [stranger.open(f"/inclusion-strategy/{path}") for path in [
        "900002", "123456", "x", "900001/99", "900001/0", "900002/1", "900002/1/strategy.pdf", "123456/1/strategy.docx"]]
    assert {each.status for each in answers} == {404} and len({each.text for each in answers}) == 1


def test_what_is_published_stays(own_server):
    senco, stranger = come_in(own_server, "senco"), Agent(own_server.address)

    def published():
        return [stranger.open(PUBLIC).words, *(stranger.request("GET", f"{PUBLIC}/1/strategy.{form}").body for form in ["pdf", "docx"])]

    before = published()
    activity = first_activity(senco)
    old = senco.open(activity).h1
    senco.open(activity + "/change")
    assert senco.submit(activity + "/change", {"name": "Kettle words"}).status == 200
    desk = senco.open(senco.base).words
    assert f"Name of “{old}”: {old}, now Kettle words." in desk and "Approved by governors on" in desk
    assert "It has changed since the governors approved it on" in desk
    assert published() == before
    governor = come_in(own_server, "governor")
    assert "Kettle words" in governor.page.words and "and changed since" in governor.page.words


COST = {"what": "Tea", "amount": "10", "from": "1 March 2027", "until": ""}
REVIEW = {"changed": "The kettle leaks.", "impact-": "Tea & <i>words</i>", "decision-": "ended"}
WRONG = [
    ("/details", {"until": "31 August 2026", "title": "Kettle <b>", "approach": "One\nTwo"}, "The last day is before the first."),
    ("/details", {"from": "someday", "owner": "A kettle"}, "first day"),
    ("/details", {"until": "31 August 2099", "needs": "Tea"}, "five school years at the most"),
    ("/details", {"reviews": "1 May 1999", "title": "Kettle"}, "is before the strategy begins"),
    ("/details", {"title": " "}, "Give the strategy a title."),
    ("/activities/new", {"name": "", "description": "Tea & <i>words</i>", "measure": "Cups"}, "Give the activity a name."),
    *(("/costs", {**COST, "amount": amount}, "Write an amount in pounds") for amount in ["a lot", "", "9" * 20]),
    ("/costs", {**COST, "amount": "0"}, "A cost is more than £0."), ("/costs", {**COST, "amount": "-5"}, "amount"),
    ("/costs", {**COST, "what": " "}, "Say what the cost is for."), ("/costs", {**COST, "from": "31 February 2027"}, "day"),
    ("/costs", {**COST, "until": "1 February 2027"}, "The last day is before the first."),
    ("/costs", {**COST, "from": "1 March 2031"}, "lie outside the strategy’s"),
    *(("/funding", {"amount-": amount, "name-": "Tea"}, "Write an amount in pounds") for amount in ["much", "12.345", "-1", "£1.000,00"]),
    ("/reviews/2026", {**REVIEW, "spent-": "-1"}, "Write what was spent in pounds"), ("/reviews/2026", {**REVIEW, "day": "someday"}, "day"),
]


@pytest.mark.parametrize("path, typed, told", WRONG, ids=[f"{each[0]} {list(each[1].items())}" for each in WRONG])
def test_wrong_input_is_refused_and_kept(path, typed, told, own_server):
    senco = come_in(own_server, "senco")
    place, before = (first_activity(senco) if path == "/costs" else senco.base) + path, senco.open(senco.base).words
    fields = [name for name, _ in values(senco.open(place).form(place))]
    typed = {next(field for field in fields if field.startswith(name)): words for name, words in typed.items()}
    page = senco.submit(place, typed)
    assert page.status == 422
    assert told in " ".join(page.html.xpath("//*[@role='alert']")[0].itertext())
    again = dict(values(page.form(place)))
    # Browsers pass over the line break with which a text area begins.
    assert {name: again[name].removeprefix("\n") for name in typed} == typed
    assert senco.open(senco.base).words == before


def publish(senco, **typed):
    """Sends the form of publication, also where the page has none because something is missing."""
    form = dict(values(senco.open(f"{senco.base}/funding").form("/funding")))
    return senco.send(f"{senco.base}/publication", {name: value for name, value in form.items() if "-" not in name} | typed)


def test_pupils_names_are_pointed_out_wherever_they_would_be_published(own_server):
    with sqlite3.connect(f"file:{own_server.database}?mode=ro", uri=True) as roll:
        names = [" ".join(row) for row in roll.execute(
            "SELECT forename, surname FROM pupils JOIN schools USING (organisation_id) WHERE urn = '900001' ORDER BY upn LIMIT 8")]
    senco = come_in(own_server, "senco")
    base, activity = senco.base, first_activity(senco)
    source, impact = [next(field for field, _ in values(senco.open(base + page).form(page)) if field.startswith(kind))
                      for page, kind in [("/funding", "name-"), ("/reviews/2026", "impact-")]]
    for place, typed in [
        (f"{activity}/change", {"description": f"On Tuesdays {names[0]}’s table is full."}),
        (f"{base}/details", {"needs": f"As {names[1].upper()} shows."}),
        (f"{activity}/costs", {"what": f"Books for {names[2]}", "amount": "5"}),
        (f"{base}/funding", {source: f"Gift of {names[3]}"}), (f"{SCHOOL}/principles", {"principles": f"We listen to {names[4]}."}),
        (f"{base}/reviews/2026", {"changed": f"{names[5]} came.", impact: f"{names[6]} reads now."}),
    ]:
        senco.open(place)
        assert senco.submit(place, typed).status == 200, place
    governor = come_in(own_server, "governor")
    assert governor.submit(f"{base}/approvals", {"behalf": f"The parents of {names[7]}"}).status == 200
    before, page = Agent(own_server.address).open(PUBLIC).words, senco.open(f"{base}/publication")
    assert "Still missing" not in page.words
    published = " ".join(spoken(page).split())
    asked = " ".join(" ".join(each.itertext()) for each in page.html.xpath("//h2[contains(., 'name a child')]/following-sibling::ul[1]"))
    refused = publish(senco)
    assert refused.status == 422 and "Read the texts that may name a child once more" in refused.words
    assert Agent(own_server.address).open(PUBLIC).words == before
    where = ["what happens", "own text", "written cost", "source of money", "principle", "what has changed, of a review",
             "what came of it, of a review", "who approved it"]
    assert [place for name, place in zip(names, where) if name in published and name not in asked] == []


def test_nothing_is_published_while_something_is_missing(own_server):
    senco = come_in(own_server, "senco")
    place = first_activity(senco) + "/change"
    senco.open(place)
    senco.submit(place, {"measure": "", "owner": ""})
    name = senco.page.h1
    before = Agent(own_server.address).open(PUBLIC).words
    page = publish(senco, names="on")
    assert page.status == 409 and "Something is still missing, so nothing was published." in page.words
    listed = [" ".join(each.itertext()).strip() for each in page.html.xpath("//ul[@class='findings']//li")]
    assert {f"“{name}” has no measure.", f"“{name}” has nobody who answers for it."} <= set(listed)
    assert Agent(own_server.address).open(PUBLIC).words == before
