"""Many customers at once at a real server, over HTTP and WebSockets; one of them has a build that never ends."""

from __future__ import annotations

import json
import os
import statistics
import threading
import time
import urllib.request
from collections import Counter
from pathlib import Path
from typing import Any

from serving import TEMPLATE, resident, server
from visitor import Visitor

MISHAPS = Path(__file__).parents[2] / "tests" / "web" / "mishaps"
DEADLINE = 20
"""s that a worker may take for a job."""


def crowd(home: Path, count: int) -> dict[str, Any]:
    """`count` customers at once, the first of them with the build that hangs: s that each waits, and whose watch he gets.

    RuntimeError if one of the others was refused anything, or got what is not his.
    """
    os.environ["CONFIGURATOR_TEMPLATES"] = str(MISHAPS)
    from configurator import load_template
    from configurator.web import tokens

    template = load_template(TEMPLATE)
    products = [load_template("trouble")(shape="hangs"), *(
        template.space.complete({"case_diameter": 36 + 0.5 * (index % 16), "crown_flutes": 20 + index % 12})
        for index in range(1, count))]
    with server(home, CONFIGURATOR_TEMPLATES=str(MISHAPS), CONFIGURATOR_DEADLINE=str(DEADLINE)) as (address, pid):
        first = Visitor(address)
        first.open(t=TEMPLATE)  # whoever comes first to a server that has just begun
        first.leave()
        before, visitors, lost = resident(pid), [Visitor(address) for _ in products], {}
        load, hung_s = os.getloadavg()[0], [0.0]

        def come(index: int) -> None:
            begun = time.monotonic()
            try:
                visitors[index].open(c=tokens.token(products[index]))
            except Exception as error:
                lost[index] = f"{type(error).__name__}: {error}"
            if not index:
                hung_s[0] = time.monotonic() - begun

        threads = [threading.Thread(target=come, args=(index,)) for index in range(len(visitors))]
        threads[0].start()
        hanging = _hangs(address)
        for thread in threads[1:]:
            thread.start()
        for thread in threads[1:]:
            thread.join()
        still = threads[0].is_alive()
        threads[0].join()
        after = resident(pid)
        others = visitors[1:]
        statuses = Counter(status for each in others for status in each.statuses)
        strange = [index for index, each in enumerate(others, 1) if each.scene.get("number") != products[index].number]
        for each in visitors:
            each.leave()
        if lost or strange or any(status >= 400 for status in statuses):
            raise RuntimeError(f"not served as they should be: {lost}, not his own: {strange}, answers: {statuses}")
    waits = {name: [getattr(each, name) for each in others] for name in ("page_s", "scene_s", "mesh_s")}
    return {**{name: {"median": round(statistics.median(row), 1), "worst": round(max(row), 1)} for name, row in waits.items()},
            "hangs_when_the_others_come": hanging, "hangs_when_the_last_has_his_meshes": still,
            "hung": {"answered_after_s": round(hung_s[0], 1), "answers": visitors[0].statuses,
                     "told": _told(visitors[0].scene)},
            "others": len(others), "answers": dict(statuses), "each_got_his_own": True,
            "meshes": {"fetched": sum(len(each.meshes) for each in others), "MB": round(sum(
                size for each in others for size in each.meshes.values()) / 1e6, 1)},
            "memory_mb": {"before": round(before), "after": round(after), "each": round((after - before) / count, 2)},
            "load": round(load, 1)}


def _hangs(address: str) -> bool:
    """Waits until a worker is busy with the build that hangs."""
    end, busy = time.monotonic() + 15, 0
    while busy < 4 and time.monotonic() < end:  # four times in a row: this job does not end
        time.sleep(0.25)
        health = json.loads(urllib.request.urlopen(address + "/api/health", timeout=10).read())
        busy = busy + 1 if any(each["state"] != "idle" for each in health["workers"]) else 0
    return busy >= 4


def _told(answer: dict[str, Any]) -> str:
    return str(answer.get("error", {}).get("sentences", {}).get("en", ""))[:100]
