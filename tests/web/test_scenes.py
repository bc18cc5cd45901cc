"""What the viewer is given of parts that follow a limb."""

from __future__ import annotations

from pathlib import Path

import pytest

from configurator import load_template
from configurator.exchange import gltf
from configurator.geometry.client import Geometry
from configurator.product import scan_store
from configurator.web.scenes import Scenes
from configurator.web.secret import Secret

pytestmark = pytest.mark.xdist_group("web")


def test_a_shape_that_is_meant_to_lie_elsewhere_has_a_mesh_file_of_its_own(monkeypatch, tmp_path, cone):
    monkeypatch.setenv("CONFIGURATOR_TEMPLATES", str(Path(__file__).parents[1] / "worn"))
    monkeypatch.setenv("CONFIGURATOR_HOME", str(tmp_path))
    cuff, sha, found = load_template("cuff"), scan_store.put(cone), []
    with Geometry() as geometry:
        scenes = Scenes(geometry, Secret(bytes(32)))
        for meant in (3.0, 2.0):
            key = scenes.key(cuff(leg=sha, loose=3.5, meant=meant))
            answers = [answer for future in scenes.start(key) for answer in future.result()]
            part, = scenes.scene(key, answers, "en")["parts"]
            assert cone.sha256 not in str(part)
            name = part["mesh"].rpartition("/")[2].removesuffix(".glb")
            read = gltf.read(scenes.mesh(name, answers)).parts["cuff"].deviation
            assert (read.offset, read.whole) == (meant, answers[0].deviation.whole)
            found.append((answers[0].key, name))
            whole = gltf.read(scenes.view(key, answers, "en")).parts
            assert [each.deviation for each in whole.values()] == [None], "a phone shows the whole in a room"
    assert found[0][0] == found[1][0], "one shape"
    assert found[0][1] != found[1][1]
