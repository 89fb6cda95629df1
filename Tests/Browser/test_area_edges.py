"""Two coordinators at once, and boundaries that are none or are too many: a sentence each, and nothing is lost."""
import json
import sqlite3

import pytest

from conftest import enter

AREA = "/areas/marlowshire"


def states(server):
    """Of each entry where it stands, and into which it was merged."""
    with sqlite3.connect(f"file:{server.database}?mode=ro", uri=True) as kept:
        rows = kept.execute("SELECT id, state, merged_into, description FROM entries").fetchall()
    kept.close()
    return {id: (state, into, words) for id, state, into, words in rows}


def merging(page, server, count, kind):
    page.goto(f"{server.address}{AREA}/entries?kind={kind}")
    boxes = page.locator("tbody input[name=entry]")
    ids = [boxes.nth(place).get_attribute("value") for place in range(count)]
    for place in range(count):
        boxes.nth(place).check()
    page.click("button:text-is('Merge them …')")
    page.wait_for_load_state()
    return ids


def merge(page, into):
    page.check(f"input[name=into][value='{into}']")
    page.click("main form button:text-is('Merge them')")
    page.wait_for_load_state()


def test_two_coordinators_merge_the_same_entries(own_server, visitor):
    one, two = (enter(visitor(), own_server, "coordinator") for _ in range(2))
    ids = merging(one, own_server, 3, "gap")
    assert merging(two, own_server, 3, "gap") == ids
    before = states(own_server)
    merge(one, ids[0])
    assert f"/entries/{ids[0]}" in one.url
    after = states(own_server)
    assert [after[id][:2] for id in ids] == [("live", None), ("merged", ids[0]), ("merged", ids[0])]
    # The other one wants another to stand for all.
    merge(two, ids[1])
    said = two.inner_text("[role=alert]")
    assert two.inner_text("h1") == "Merge entries" and said.strip().endswith("."), said
    assert "meanwhile" in said or "since" in said or "already" in said, said
    assert "As they stand now" in two.inner_text("main") and "Merged, into" in two.inner_text("main")
    assert two.is_checked(f"input[name=into][value='{ids[1]}']"), "what was chosen stays"
    assert states(own_server) == after, "the second changes nothing"
    assert {id: row[2] for id, row in after.items()} == {id: row[2] for id, row in before.items()}, "no word is lost"


def test_an_entry_is_changed_while_it_is_merged(own_server, visitor):
    """Its author saves just before the coordinator merges: the coordinator is told, and sees it as it stands now."""
    author = enter(visitor(), own_server, "contributor")
    author.goto(f"{own_server.address}{AREA}/entries?kind=provision")
    mine = author.locator("th a[href*='/entries/0']").first.get_attribute("href").rsplit("/")[-1]
    coordinator = enter(visitor(), own_server, "coordinator")
    coordinator.goto(f"{own_server.address}{AREA}/entries?kind=provision")
    other = coordinator.locator(f"tbody input[name=entry]:not([value='{mine}'])").first.get_attribute("value")
    coordinator.goto(f"{own_server.address}{AREA}/entries/merging?entry={mine}&entry={other}")
    author.goto(f"{own_server.address}{AREA}/entries/{mine}/change")
    author.fill("textarea[name=description]", "Every Monday a brass band plays for children who cannot sit still, and they march.")
    author.click("main form button:text-is('Save')")
    author.wait_for_load_state()
    merge(coordinator, other)
    assert "brass band" in coordinator.inner_text("main")
    assert coordinator.is_visible("[role=alert]")
    assert states(own_server)[mine][0] == "live"
    merge(coordinator, other)
    assert f"/entries/{other}" in coordinator.url
    assert states(own_server)[mine][:2] == ("merged", other)
    assert "brass band" in states(own_server)[mine][2]


def ring(x, y):
    return [[[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]]


def collection(*names, geometry=None):
    return json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"name": name}, "geometry": geometry or {"type": "Polygon", "coordinates": ring(place, 50)}}
        for place, name in enumerate(names)]}).encode()


WRONG = {
    "words": b"Northfen is north of the fen.",
    "nothing": b"",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "JSON of something else": b'{"type": "Feature"}',
    "a list": b"[1, 2, 3]",
    "cut off": collection("Northfen", "Saltmarsh")[:-40],
    "no such places": collection("Elsewhere", "Nowhere"),
    "lines": collection("Northfen", geometry={"type": "LineString", "coordinates": [[0, 0], [1, 1]]}),
    "deep": b'{"type":"FeatureCollection","features":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "endless numbers": collection("Northfen", geometry={"type": "Polygon", "coordinates": [[[1e308, 1e308]] * 5]}),
}


def upload(page, server, folder, name, body):
    file = folder / name
    file.write_bytes(body)
    page.goto(f"{server.address}{AREA}/project/localities")
    page.locator("details:has(input[name=file]) > summary").click()
    page.set_input_files("input[name=file]", file)
    page.click("button:text-is('Take the boundaries')")
    page.wait_for_load_state()


def kept_boundaries(server):
    with sqlite3.connect(f"file:{server.database}?mode=ro", uri=True) as kept:
        rows = kept.execute("SELECT * FROM localities ORDER BY id").fetchall()
    kept.close()
    return rows


@pytest.mark.parametrize("what", WRONG)
def test_boundaries_that_are_none_are_told_in_a_sentence(what, own_server, visitor, tmp_path):
    page, before = enter(visitor(), own_server, "coordinator"), kept_boundaries(own_server)
    upload(page, own_server, tmp_path, "boundaries.geojson", WRONG[what])
    assert page.inner_text("h1") == "Localities"
    said = page.inner_text("[role=alert]").strip()
    assert said.endswith(".") and len(said) < 300 and "Error(" not in said and "0x" not in said, said
    assert kept_boundaries(own_server) == before
    assert own_server.process.poll() is None


def test_boundaries_of_25_megabytes_are_too_large(own_server, visitor, tmp_path):
    page, before = enter(visitor(), own_server, "coordinator"), kept_boundaries(own_server)
    points = [[round(place / 1e4, 6), 51.123456] for place in range(1_150_000)]
    body = collection("Northfen", geometry={"type": "Polygon", "coordinates": [[*points, points[0]]]})
    assert 20e6 < len(body) < 30e6
    upload(page, own_server, tmp_path, "large.geojson", body)
    assert page.inner_text("h1") == "Localities"
    assert "20 MB" in page.inner_text("[role=alert]")
    assert kept_boundaries(own_server) == before
    # Another, small enough, is taken afterwards.
    upload(page, own_server, tmp_path, "small.geojson", collection("Northfen", "Saltmarsh"))
    assert page.url.split("?")[0].endswith("/project")
    assert kept_boundaries(own_server) != before
