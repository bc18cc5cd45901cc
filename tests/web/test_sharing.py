"""One job for all who ask for the same."""

from __future__ import annotations

import random
import threading
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor

import pytest

from configurator.web.sharing import Shared


class Jobs:
    """Jobs that end when they are told to."""

    def __init__(self) -> None:
        self.begun: list[list[Future[str]]] = []

    def begin(self) -> list[Future[str]]:
        self.begun.append([Future(), Future()])
        return self.begun[-1]


def test_who_comes_while_it_runs_shares_it_and_who_comes_later_begins_anew() -> None:
    jobs, shared = Jobs(), Shared[str]()
    first, second = shared.ask("a", jobs.begin), shared.ask("a", jobs.begin)
    other = shared.ask("b", jobs.begin)
    assert len(jobs.begun) == 2
    for place, job in enumerate(jobs.begun[0]):
        job.set_result(f"part {place}")
    assert [each.result(0) for each in first] == [each.result(0) for each in second] == ["part 0", "part 1"]
    assert not other[0].done()
    shared.ask("a", jobs.begin)
    assert len(jobs.begun) == 3


def test_one_who_leaves_takes_nothing_from_the_others_and_the_last_one_calls_it_off() -> None:
    jobs, shared = Jobs(), Shared[str]()
    first, second = shared.ask("a", jobs.begin), shared.ask("a", jobs.begin)
    assert all(each.cancel() for each in first)
    assert not any(job.cancelled() for job in jobs.begun[0])
    jobs.begun[0][0].set_result("there")
    assert second[0].result(0) == "there"
    second[1].cancel()
    assert jobs.begun[0][1].cancelled()
    assert shared.ask("a", jobs.begin)[0] not in first
    assert len(jobs.begun) == 2


def test_a_failure_is_told_to_all_and_not_kept() -> None:
    jobs, shared = Jobs(), Shared[str]()
    first, second = shared.ask("a", jobs.begin), shared.ask("a", jobs.begin)
    jobs.begun[0][0].set_exception(ValueError("too thin"))
    for each in (first[0], second[0]):
        with pytest.raises(ValueError, match="too thin"):
            each.result(0)
    shared.ask("a", jobs.begin)
    assert len(jobs.begun) == 2


def test_many_threads_that_come_and_go() -> None:
    shared, begun, lock = Shared[int](), [0], threading.Lock()
    with ThreadPoolExecutor(4) as pool:
        def begin(key: int) -> list[Future[int]]:
            with lock:
                begun[0] += 1
            return [pool.submit(lambda: key) for _ in range(3)]

        def come(seed: int) -> int:
            dice, wrong = random.Random(seed), 0
            for _ in range(200):
                key = dice.randrange(4)
                mine = shared.ask(str(key), lambda key=key: begin(key))  # type: ignore[misc]
                for each in mine:
                    if dice.random() < 0.3:
                        each.cancel()
                    else:
                        try:
                            wrong += each.result(10) != key
                        except CancelledError:
                            wrong += 1000  # nobody else may call off what one waits for
            return wrong

        with ThreadPoolExecutor(8) as crowd:
            assert sum(crowd.map(come, range(8))) == 0
    assert 0 < begun[0] <= 1600
