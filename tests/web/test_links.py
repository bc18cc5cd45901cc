"""Links, keys and cookies: they open what they were made for and nothing else."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator import load_template
from configurator.errors import LotOneError, NotKept
from configurator.orders.configured import without_scans, written_down
from configurator.orders.store import Store
from configurator.product import scan_store
from configurator.web import tokens
from configurator.web.cookies import preferred, visitor
from configurator.web.customer import start
from configurator.web.customer.controls import panel
from configurator.web.customer.session import Session
from configurator.web.secret import Secret
from configurator.web.shell import dressed, language_of


def test_the_key_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    one, two = Secret.of_installation(tmp_path), Secret.of_installation(tmp_path)
    assert one.name("a", "b") == two.name("a", "b")
    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600
    assert Secret.of_installation(tmp_path / "other").name("a", "b") != one.name("a", "b")


def test_a_damaged_key_is_told(tmp_path: Path) -> None:
    (tmp_path / "secret.key").write_bytes(b"short")
    with pytest.raises(NotKept, match="has 5 bytes and not 32"):
        Secret.of_installation(tmp_path)


@given(st.lists(st.text()), st.lists(st.text()))
def test_different_words_have_different_names(one: list[str], two: list[str]) -> None:
    secret = Secret(b"k" * 32)
    assert (secret.name("p", *one) == secret.name("p", *two)) == (one == two)


@given(st.text(alphabet="abcdefghijklmnop0123456789_-", min_size=1), st.integers(min_value=0), st.sampled_from("abcxyz"))
def test_a_signature_holds_for_its_word_and_purpose_only(word: str, place: int, letter: str) -> None:
    secret = Secret(b"k" * 32)
    token = secret.sign("job", word)
    assert secret.signed("job", token) == word
    assert secret.signed("design", token) is None
    assert Secret(b"j" * 32).signed("job", token) is None
    changed = token[:place % len(token)] + letter + token[place % len(token) + 1:]
    assert changed == token or secret.signed("job", changed) is None
    assert secret.signed("job", word) is None


def test_a_token_opens_exactly_its_design() -> None:
    product = load_template("watch_case").space.complete({"case_diameter": 41.5, "metal": "Ti grade 5", "wrist": 190})
    template, choices, own = tokens.read(tokens.token(product, ("case_diameter", "metal")))
    assert template(**choices) == product
    assert own == ("case_diameter", "metal")
    assert len(tokens.token(product)) < 700


def test_words_of_the_customer_never_get_into_an_address() -> None:
    product = load_template("ring")(engraving="Zoë")
    assert tokens.has_words(product)
    with pytest.raises(ValueError, match="not in an address"):
        tokens.token(product)


@given(st.text(max_size=200))
def test_a_token_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(LotOneError):
        tokens.read(text)


@pytest.mark.parametrize("cut", [1, 5, 40, 100])
def test_a_token_that_was_cut_off_is_refused(cut: int) -> None:
    with pytest.raises(tokens.TokenRefused, match="incomplete"):
        tokens.read(tokens.token(load_template("ring")())[:-cut])


@pytest.mark.parametrize(("accepts", "language"), [
    ("", "en"), ("fr", "fr"), ("de-CH,de;q=0.9,en;q=0.8", "de"), ("it,fr;q=0.4,de;q=0.7", "de"), ("*", "en"), ("en;q=0", "en"),
    ("fr;q=0,de;q=0.1", "de"), ("zh-CN", "en"), ("fr;q=oops", "en"), ("FR-ch", "fr")])
def test_the_browser_chooses_the_language(accepts: str, language: str) -> None:
    assert preferred({"Accept-Language": accepts}) == language


def test_a_switched_language_is_remembered() -> None:
    assert language_of("a=b; lot_one_language=de", "fr") == "de"
    assert language_of("lot_one_language=xx", "fr") == "fr"


@pytest.mark.parametrize("cookies", ["", "lot_one_visitor=short", "lot_one_visitor=" + "a" * 44, "other=1", "=;;=", "a=\x00"])
def test_a_mark_that_was_not_given_out_counts_as_none(cookies: str) -> None:
    assert visitor(cookies) is None
    assert visitor(f"x=1; lot_one_visitor={'Ab0_-' * 8}abc") == "Ab0_-" * 8 + "abc"


def test_streamlits_document_is_dressed() -> None:
    import streamlit

    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text()
    ours = dressed(page, "fr")
    assert '<html lang="fr">' in ours
    assert "<title>Lot One</title>" in ours
    assert "/assets/tokens.css" in ours
    assert "SourceSans" not in ours
    assert "agent/openapi.json under" not in ours


@pytest.fixture
def worn(sleeve, limb, tmp_path, monkeypatch):
    """A design after a scan that is kept here."""
    monkeypatch.setenv("CONFIGURATOR_HOME", str(tmp_path))
    return sleeve(leg=scan_store.put(limb(50.0)), high=90)


def test_a_scan_never_gets_into_an_address(worn, sleeve) -> None:
    word = tokens.token(worn, ("leg", "high"))
    template, choices, own = tokens.read(word)
    assert (template, choices, own) == (sleeve, {**worn.choices, "leg": ""}, ("high",))
    assert word == tokens.token(sleeve(high=90), ("high",))


def test_what_is_kept_for_others_has_no_scan(worn, sleeve) -> None:
    shared = without_scans(written_down(worn, ("leg", "high")))
    assert shared == written_down(sleeve(high=90), ("high",))
    assert without_scans(shared) == shared


def test_a_kept_design_has_its_scan_for_its_owner_alone(worn, sleeve, tmp_path, monkeypatch) -> None:
    store = Store(tmp_path / "orders")
    monkeypatch.setattr(start, "current", lambda: SimpleNamespace(store=store))
    design = store.keep_design("me", "Mine", written_down(worn, ("leg",)))
    mine, theirs = (start.begin(sleeve, owner, design=design.id) for owner in ("me", "somebody"))
    assert (mine.session.product, mine.told) == (worn, "")
    assert theirs.session.product == sleeve(high=90)
    assert "leg" not in theirs.session.own
    store.close()


def test_a_draft_whose_scan_was_deleted_goes_on_without_it(worn, sleeve, tmp_path, monkeypatch) -> None:
    store = Store(tmp_path / "orders")
    monkeypatch.setattr(start, "current", lambda: SimpleNamespace(store=store))
    store.keep_draft("me", written_down(worn, ("leg", "high")))
    scan_store.delete(worn.leg)
    begun = start.begin(sleeve, "me")
    assert (begun.session.product, begun.told) == (sleeve(high=90), "adapted")
    assert dict(begun.session.own) == {"high": 90}
    store.close()


def test_the_panel_leaves_the_file_to_the_page(worn, sleeve) -> None:
    told = panel(Session(sleeve, {"leg": worn.leg}), "fr", None, "")
    assert "leg" not in told["parameters"]
    assert all("leg" not in group["parameters"] for group in told["groups"])
