"""A cover lies where the scanned leg says: from the scanner's file to the built shells."""

from __future__ import annotations

import pytest

from configurator import load_template
from configurator.geometry.scan import intake
from configurator.product import scan_store

pytestmark = pytest.mark.xdist_group("kernel")


@pytest.mark.parametrize(("percentile", "pattern"), [(0.0, "closed"), (1.5, "slots")])
def test_the_outside_follows_a_clean_scan(geometry, limbs, percentile, pattern):
    taken = intake.take(geometry, limbs.stl(*limbs.Leg.of("M", percentile).mesh())).result()
    cover = load_template("leg_cover").space.complete({"scan": scan_store.put(taken.limb), "pattern": pattern, "offset": 2.0})
    following = {answer.name: answer.deviation for answer in geometry.build(cover) if answer.deviation}
    assert set(following) == {"front_shell", "back_shell"}
    for off in following.values():
        assert (off.limb, off.offset) == (taken.limb.mirrored().sha256 if cover.mirrored else taken.limb.sha256, 2.0)
        assert off.away.p95 <= 0.3  # mm; what is promised of a clean scan
        assert abs(off.away.greatest) <= 0.6
        assert off.away.area > 30_000
