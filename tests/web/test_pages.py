"""Pages as Streamlit runs them, without a browser: what is shown, what is kept, what is told when something is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from configurator import load_template
from configurator.orders.configured import written_down
from configurator.texts import LANGUAGES, say
from configurator.web import server as servers
from configurator.web.routes.packages import JOB

pytestmark = pytest.mark.xdist_group("web")
MARK = "Ab0_-" * 8 + "abc"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A server of this process, on a folder of its own."""
    folder = tmp_path_factory.mktemp("home")
    before = servers._current[:]
    servers._current[:] = [servers.Server(folder)]
    yield folder
    servers.end()
    servers._current[:] = before


def page(name: str, language: str = "en", **query: str) -> AppTest:
    """A page, run once."""
    def script(name: str) -> None:
        from configurator.web import frame
        from configurator.web.pages import pages

        pages()
        frame.begin()
        import importlib

        places = {"gallery": "customer.gallery", "mine": "customer.mine", "order": "customer.order",
                  "compare": "customer.compare", "job": "workshop.job", "configure": "customer.configure"}
        importlib.import_module(f"configurator.web.{places[name]}").page()

    test = AppTest.from_function(script, args=(name,), default_timeout=120)
    test.session_state["language"] = language
    test.session_state["visitor"] = MARK
    for key, value in query.items():
        test.query_params[key] = value
    return test.run()


def owner() -> str:
    return servers.current().secret.name("owner", MARK)


def shown(test: AppTest) -> str:
    """All words on a page."""
    words = [str(getattr(each, "value", "") or getattr(each, "label", "")) for each in test.main]
    return "\n".join(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gallery_shows_every_product(home: Path, language: str) -> None:
    test = page("gallery", language)
    assert not test.exception
    words = "".join(str(each.proto.body) for each in test.get("html"))
    for name in ("ring", "watch_case"):
        assert load_template(name).heading(language) in words
        assert f"/api/templates/{name}/picture" in words
    assert say("web.hero", language) in words


@pytest.mark.parametrize("name", ["mine", "order", "compare", "job", "configure"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_without_anything_to_show_says_so(home: Path, name: str, language: str) -> None:
    test = page(name, language, **({"t": "nothing"} if name == "configure" else {}))
    assert not test.exception
    said = [each.value for each in (*test.error, *test.info)]
    assert said, f"{name} is silent"
    assert all(said)


def test_what_is_kept_is_listed_and_deleted(home: Path) -> None:
    store = servers.current().store
    store.keep_design(owner(), "Our *ring*", written_down(load_template("ring")(engraving="Zoë")))
    store.place_order(owner(), "Wedding", written_down(load_template("ring")()), "en")
    test = page("mine")
    words = "\n".join(each.value for each in test.markdown)
    assert "Our \\*ring\\*" in words
    assert "Wedding" in words
    next(each for each in test.button if each.label == say("web.delete")).click().run()
    assert store.designs(owner()) == []
    test.checkbox[0].check()
    next(each for each in test.button if each.label == say("web.forget")).click().run()
    assert store.orders(owner()) == []
    assert say("web.forgotten", count=1) in [each.value for each in test.success]


def test_everything_is_deleted_only_if_it_is_meant(home: Path) -> None:
    store = servers.current().store
    store.keep_design(owner(), "Kept", written_down(load_template("ring")()))
    test = page("mine", "de")
    next(each for each in test.button if each.label == say("web.forget", "de")).click().run()
    assert [each.value for each in test.error] == [say("web.forget_not_sure", "de")]
    assert len(store.designs(owner())) == 1
    store.forget(owner())


def test_an_order_is_shown_to_its_owner_only(home: Path) -> None:
    store = servers.current().store
    mine = store.place_order(owner(), "Wedding", written_down(load_template("ring")(width=5)), "en")
    theirs = store.place_order("somebody else", "Secret", written_down(load_template("ring")()), "en")
    test = page("order", id=mine.id)
    assert [each.value for each in test.title] == ["Wedding"]
    assert any("/job?key=" in each.value for each in test.code)
    test = page("order", id=theirs.id)
    assert [each.value for each in test.error] == [say("web.no_order")]
    assert not test.title


def test_a_job_opens_with_its_link_and_takes_questions(home: Path) -> None:
    server = servers.current()
    order = server.store.place_order("anna", "Wedding", written_down(load_template("ring")(width=5)), "en")
    test = page("job", "fr", key=server.secret.sign(JOB, order.id))
    assert not test.exception
    assert [each.value for each in test.title] == ["Wedding"]
    tables = "".join(str(each.proto.body) for each in test.get("html"))
    assert "manifest" not in [each.value for each in test.error]
    assert "cad/" in tables
    assert len([1 for each in tables.split("<code>") if len(each.partition("<")[0]) == 64]) >= 5
    test.text_area[0].input("Satiné aussi à l'intérieur ?")
    next(each for each in test.button if each.label == say("web.send", "fr")).click().run()
    next(each for each in test.button if each.label == say("web.acknowledge", "fr")).click().run()
    kept = server.store.order(order.id)
    assert kept is not None
    assert [event.kind for event in kept.events] == ["ordered", "asked", "acknowledged"]


def test_a_page_goes_on_where_the_customer_left_off(home: Path) -> None:
    from configurator.web.customer import start

    ring = load_template("ring")
    begun = start.begin(ring, "berta")
    begun.session.choose("width", 5.5)
    begun.session.choose("engraving", "Für Zoë")
    assert start.keep_draft(begun.session, "berta") == ""
    again = start.begin(ring, "berta")
    assert again.told == "went_on"
    assert again.session.product == begun.session.product
    assert dict(again.session.own) == dict(begun.session.own)
    assert start.begin(ring, "conrad").session.product == ring.space.complete({})


def test_what_is_changed_of_an_order_outlasts_a_reload_and_is_no_draft(home: Path) -> None:
    from configurator.web.customer import start

    ring, store = load_template("ring"), servers.current().store
    order = store.place_order("frieda", "Wedding", written_down(ring(width=5)), "en")
    begun = start.begin(ring, "frieda", order=order.id)
    assert (begun.told, begun.session.product.width) == ("", 5)
    begun.session.choose("width", 6.5)
    assert start.keep_draft(begun.session, "frieda", order.id) == ""
    again = start.begin(ring, "frieda", order=order.id)
    assert (again.told, again.session.product) == ("went_on", begun.session.product)
    assert start.begin(ring, "frieda").session.product == ring.space.complete({})
    kept = store.order(order.id)
    assert kept is not None
    assert kept.configured.choices["width"] == 5, "what is not confirmed is not ordered"
    assert "no such order" in start.keep_draft(begun.session, "conrad", order.id)


def test_a_shared_design_opens_exactly(home: Path) -> None:
    from configurator.web import tokens
    from configurator.web.customer import start

    ring = load_template("ring")
    plain = ring(width=5.5)
    assert start.begin(ring, "x", token=tokens.token(plain, ("width",))).session.product == plain
    written = servers.current().store.keep_design("anna", "ours", written_down(ring(engraving="Zoë"), ("engraving",)))
    opened = start.begin(ring, "x", design=written.id)
    assert opened.session.product.choices["engraving"] == "Zoë"
    assert opened.told == ""


def test_a_design_that_cannot_be_made_any_more_becomes_the_nearest(home: Path) -> None:
    from configurator.orders.records import Configured
    from configurator.web.customer import start

    ring = load_template("ring")
    old = Configured("ring", "0", "A", "RG-X", {**ring().choices, "profile": "court", "comfort": False, "colour": "red"}, ("profile",))
    kept = servers.current().store.keep_design("anna", "old", old)
    begun = start.begin(ring, "x", design=kept.id)
    assert begun.told == "adapted"
    assert begun.session.product.choices["width"] == ring().choices["width"]


def test_no_page_looks_into_anothers_drafts(home: Path) -> None:
    servers.current().store.keep_draft("anna", written_down(load_template("ring")(engraving="secret words")))
    assert "secret" not in shown(page("mine"))
