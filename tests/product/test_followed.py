"""What a part says it follows."""

from __future__ import annotations

from math import nan
from pathlib import Path

import pytest

from configurator import Followed, load_template
from configurator.errors import TemplateError
from configurator.product import scan_store
from configurator.product.followed import checked


@pytest.fixture
def cuff(monkeypatch, tmp_path):
    monkeypatch.setenv("CONFIGURATOR_TEMPLATES", str(Path(__file__).parents[1] / "worn"))
    monkeypatch.setenv("CONFIGURATOR_HOME", str(tmp_path))
    return load_template("cuff")


def test_a_part_follows_a_limb_at_a_distance(cuff, cone):
    sha = scan_store.put(cone)
    assert cuff(leg=sha, meant=2.5).followed("cuff") == Followed(cone.mirrored(), 2.5)
    assert cuff(leg=sha, mirrored=False).followed("cuff") == Followed(cone, 3.0)
    assert cuff(follow=False).followed("cuff") is None


def test_a_template_inherits_what_its_base_follows(cuff, cone):
    class Other(cuff):
        """The same. Frame: that of the limb."""

    assert Other(leg=scan_store.put(cone)).followed("cuff") == Followed(cone.mirrored(), 3.0)


@pytest.mark.parametrize(("found", "said"), [
    (Followed("leg", 3.0), "return Followed"), ("leg", "return Followed"), (3.0, "return Followed")])
def test_what_is_no_limb_is_refused(found, said):
    with pytest.raises(TemplateError, match=said):
        checked(found)


def test_an_offset_is_a_length(cone):
    for offset in (nan, 101.0, "3", None):
        with pytest.raises(TemplateError, match="from -100 to 100"):
            checked(Followed(cone, offset))
    assert checked(Followed(cone, 1)) == Followed(cone, 1.0)
    assert checked(None) is None


def test_a_fault_in_the_template_is_told_with_its_line(cuff, cone, monkeypatch):
    part = cuff.parts["cuff"]
    monkeypatch.setattr(part, "followed", lambda product: Followed(product.leg.limb.nothing, 1.0))
    with pytest.raises(TemplateError, match=r"Cuff\.cuff: AttributeError: .*nothing"):
        cuff(leg=scan_store.put(cone)).followed("cuff")
