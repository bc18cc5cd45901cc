"""Links, keys and cookies: they open what they were made for and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from configurator import load_template
from configurator.errors import LotOneError, NotKept
from configurator.web import tokens
from configurator.web.cookies import preferred, visitor
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
