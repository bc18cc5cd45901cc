"""Plain HTTP beside the pages: what a script, a machinist's curl and a stranger get."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from configurator import load_template
from configurator.orders.configured import written_down
from configurator.orders.records import Order
from configurator.orders.store import Store
from configurator.package.check import check
from configurator.web.routes.packages import JOB
from configurator.web.secret import Secret

pytestmark = pytest.mark.xdist_group("web")


@pytest.fixture(scope="module")
def store(server: Any) -> Store:
    return Store(server.home / "orders")


@pytest.fixture(scope="module")
def order(store: Store) -> Order:
    return store.place_order("anna", "Wedding", written_down(load_template("ring")(width=5, engraving="Für Zoë")), "en")


@pytest.fixture(scope="module")
def job(server: Any, order: Order) -> str:
    return "/api/jobs/" + Secret.of_installation(server.home).sign(JOB, order.id)


def told(reply: Any) -> dict[str, Any]:
    return json.loads(reply.body)  # type: ignore[no-any-return]


def test_a_page_comes_dressed_and_guarded(server: Any) -> None:
    reply = server.get("/configure?t=ring", accept="text/html", accept_language="fr-CH")
    assert reply.status == 200
    assert '<html lang="fr">' in reply.body.decode()
    assert int(reply.headers["content-length"]) == len(reply.body)
    policy = dict(part.strip().split(" ", 1) for part in reply.headers["content-security-policy"].split(";"))
    assert "unsafe" not in policy["script-src"]
    assert "blob:" not in policy["script-src"]
    assert "http" not in reply.headers["content-security-policy"]
    cookie = reply.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" in server.get("/", accept="text/html", x_forwarded_proto="https").headers["set-cookie"]
    known = cookie.partition(";")[0]
    assert "set-cookie" not in server.get("/", accept="text/html", cookie=known).headers


def test_every_inline_script_of_a_page_is_allowed_by_its_hash(server: Any) -> None:
    import base64

    reply = server.get("/", accept="text/html")
    scripts = re.findall(r"<script>(.*?)</script>", reply.body.decode(), re.DOTALL)
    assert scripts
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in reply.headers["content-security-policy"]


def test_a_job_is_told_to_whoever_has_the_link(server: Any, job: str, tmp_path: Path) -> None:
    reply = told(server.get(job))
    assert reply["name"] == "Wedding"
    package = server.get(reply["package"])
    assert package.status == 200
    assert package.headers["content-disposition"].startswith("attachment")
    file = tmp_path / package.headers["content-disposition"].partition('filename="')[2].partition('"')[0]
    file.write_bytes(package.body)
    assert check(file).manifest.parameters["engraving"] == "Für Zoë"
    members = zipfile.ZipFile(io.BytesIO(package.body))
    for entry in reply["files"]:
        single = server.get(entry["url"])
        assert single.status == 200
        assert hashlib.sha256(single.body).hexdigest() == entry["sha256"]
        assert single.body == members.read(entry["path"])
        assert single.headers["etag"] == f'"{entry["sha256"]}"'


def test_ranges_and_etags(server: Any, job: str) -> None:
    whole = server.get(job + "/package.zip")
    part = server.get(job + "/package.zip", range="bytes=100-199")
    assert (part.status, part.body) == (206, whole.body[100:200])
    assert part.headers["content-range"] == f"bytes 100-199/{len(whole.body)}"
    assert server.get(job + "/package.zip", range="bytes=-7").body == whole.body[-7:]
    assert server.get(job + "/package.zip", range=f"bytes={len(whole.body) - 3}-").body == whole.body[-3:]
    assert server.get(job + "/package.zip", range=f"bytes={len(whole.body)}-").status == 416
    assert server.get(job + "/package.zip", if_none_match=whole.headers["etag"]).status == 304
    assert server.get(job + "/package.zip", range="bytes=0-3", if_range='"other"').body == whole.body
    assert server.get(job + "/package.zip", range="pages=1-2").body == whole.body


@pytest.mark.parametrize("path", ["/api/jobs/x", "/api/jobs/x.y", "/api/jobs/../../etc/passwd", "/api/scene/nothing/en.json",
                                  "/api/mesh/nothing.glb", "/api/view/nothing.glb", "/api/configurations/x/package.zip",
                                  "/api/templates/nothing/schema", "/api/templates/..%2f..%2fetc/schema",
                                  "/api/templates/nothing/picture", "/api/templates/ring/fonts/nothing.ttf",
                                  "/assets/../security.py", "/assets/%2e%2e/security.py", "/assets/nothing.js"])
def test_what_is_not_there_is_told_in_three_languages(server: Any, path: str) -> None:
    reply = server.get(path)
    if reply.headers.get("content-type", "").startswith("text/html"):  # a path that is no route of ours is a page
        assert b"root:" not in reply.body
        assert b"import" not in reply.body[:200]
        return
    if ".." in path or "%2e" in path.lower():  # refused before it gets to a route
        assert reply.status in (400, 404)
        return
    assert reply.status == 404
    assert set(told(reply)["error"]["sentences"]) == {"en", "fr", "de"}


def test_a_changed_link_opens_nothing(server: Any, job: str, order: Order) -> None:
    assert server.get(job[:-1] + ("a" if job[-1] != "a" else "b")).status == 404
    assert server.get(f"/api/jobs/{order.id}").status == 404
    assert server.get(f"/api/jobs/{order.id}." + "a" * 26).status == 404


def test_a_workshop_asks_and_acknowledges(server: Any, job: str, store: Store, order: Order) -> None:
    asked = server.get(job + "/questions", "POST", json.dumps({"text": " Satin inside too? "}).encode())
    assert asked.status == 201
    assert told(server.get(job + "/acknowledge", "POST", b'{"by": "Meier"}'))["acknowledged"] is True
    assert told(server.get(job + "/acknowledge", "POST"))["acknowledged"] is True
    kept = store.order(order.id)
    assert kept is not None
    assert [(event.kind, event.text) for event in kept.events[1:]] == [("asked", "Satin inside too?"), ("acknowledged", "Meier")]
    assert server.get(job + "/questions", "POST", b"{}").status == 422
    assert server.get(job + "/questions", "POST", b"not json").status == 400
    assert server.get(job + "/questions", "POST", b"x" * 20_000).status == 413
    assert server.get(job + "/questions").status == 404


def test_an_older_version_stays_to_be_had(server: Any) -> None:
    days = iter(("2026-01-01T08:00:00Z", "2026-02-02T08:00:00Z"))
    store = Store(server.home / "orders", clock=lambda: next(days))
    made = store.place_order("anna", "Two", written_down(load_template("ring")(width=5)), "en")
    store.revise(made.id, "anna", written_down(load_template("ring")(width=6)))
    link = "/api/jobs/" + Secret.of_installation(server.home).sign(JOB, made.id)
    old, new = server.get(link + "/package.zip?version=1").body, server.get(link + "/package.zip").body
    widths = [json.loads(zipfile.ZipFile(io.BytesIO(data)).read("manifest.json"))["parameters"]["width"] for data in (old, new)]
    assert widths == [5, 6]
    told_days = [json.loads(zipfile.ZipFile(io.BytesIO(data)).read("manifest.json"))["inputs"]["date"] for data in (old, new)]
    assert told_days == ["2026-01-01", "2026-02-02"], "each version bears the day on which it was ordered"
    assert server.get(link + "/package.zip?version=3").status == 404
    assert server.get(link + "/package.zip?version=x").status == 404


def test_an_order_that_was_deleted_is_gone_for_the_workshop(server: Any, store: Store) -> None:
    made = store.place_order("anna", "Gone", written_down(load_template("ring")()), "en")
    link = "/api/jobs/" + Secret.of_installation(server.home).sign(JOB, made.id)
    assert server.get(link).status == 200
    store.delete_order("anna", made.id)
    assert server.get(link).status == 404
    assert server.get(link + "/package.zip").status == 404


def test_the_interface_is_described(server: Any) -> None:
    document = told(server.get("/api/openapi.json"))
    from configurator.web.routes import all_routes

    routes = {re.sub(r":\w+}", "}", route.path) for route in all_routes() if route.path.startswith("/api/")} - {"/api/{path}"}
    assert set(document["paths"]) | {"/api/openapi.json"} == routes
    for path, methods in document["paths"].items():
        for entry in methods.values():
            assert [each["name"] for each in entry["parameters"] if each["in"] == "path"] == re.findall(r"{(\w+)}", path)


def test_templates_and_their_files(server: Any) -> None:
    listed = {each["name"]: each for each in told(server.get("/api/templates"))}
    assert {"ring", "watch_case"} <= set(listed)
    assert told(server.get(listed["ring"]["schema"] + "?language=de"))["title"] == "Ring"
    picture = server.get("/api/templates/ring/picture")
    assert picture.headers["content-type"] == "image/webp"
    assert server.get("/api/templates/ring/picture", if_none_match=picture.headers["etag"]).status == 304
    assert server.get("/assets/fonts/newsreader-latin-wght-normal.woff2").headers["content-type"] == "font/woff2"


def test_the_web_process_never_loads_the_kernel(server: Any, job: str) -> None:
    assert server.get(job).status == 200
    maps = Path(f"/proc/{server.process.pid}/maps").read_text()
    assert "OCP" not in maps


def test_streamlit_advertises_nothing_on_the_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Opened with a browser on a programmer's machine, where Streamlit would."""
    from streamlit import config
    from streamlit.web import skills

    from configurator.web import options

    monkeypatch.setattr(skills, "agent_harness_present", lambda: True)
    settings = {**options(), "server.headless": False}
    monkeypatch.setattr(config, "get_option", lambda key: settings[key])
    assert skills.nudge_suppression_reason() == "welcome_hidden"


def test_who_starts_the_server_is_told_where_it_is(server: Any) -> None:
    assert f"Lot One is open at {server.address} (Ctrl-C ends it)" in server.log.read_text(encoding="utf-8")
    assert "restart" not in server.log.read_text(encoding="utf-8")
