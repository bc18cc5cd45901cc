"""What a job meets in a worker, and what a caller gets back."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import subprocess
import sys
import threading
import time
import traceback
from concurrent.futures import CancelledError, Future
from pathlib import Path

import pytest

from configurator.errors import (
    BuildFailed,
    DeadlinePassed,
    InvalidChoice,
    LotOneError,
    QueueFull,
    TooLarge,
    WorkerDied,
)
from configurator.geometry import progress
from configurator.geometry.workers import Job, Workers

HERE = str(Path(__file__).parent)


def make(count=1, **terms) -> Workers:
    return Workers(count, **{"preload": (), "path": [HERE], "deadline": 20.0, **terms})


def job(name, *args, **terms) -> Job:
    return Job(f"jobs_for_workers:{name}", args, template="ring", number="RG-1", **terms)


@pytest.fixture(scope="module")
def one():
    with make() as workers:
        yield workers


def until(true, seconds=5.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.005)


def test_importing_and_making_workers_costs_nothing():
    script = (
        "import sys, threading; from configurator.geometry.workers import Workers; w = Workers()\n"
        "print(sorted({'numpy', 'OCP', 'cadquery', 'multiprocessing'} & set(sys.modules)), threading.active_count())\n"
        "print(w.status().server_pid)"
    )
    told = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.split("\n")[:2] == ["[] 1", "None"]
    assert told.stderr == ""


def test_answers_come_back_whole(one):
    import numpy as np

    assert one.run(job("add", 2, 3)) == 5
    assert one.run(job("echo", {"a": (1.5, None, b"x" * 3_000_000)})) == {"a": (1.5, None, b"x" * 3_000_000)}
    assert np.array_equal(one.run(job("numbers", 300_000)), np.arange(300_000.0))
    assert list(one.map(job("echo", n) for n in range(700))) == list(range(700))


def test_map_takes_jobs_only_as_fast_as_they_are_done():
    taken = []

    def jobs():
        for n in range(50):
            taken.append(n)
            yield job("echo", n)

    with make(2, queue=2) as workers:
        answers = workers.map(jobs())
        assert next(answers) == 0
        assert len(taken) <= 5
        assert list(answers) == list(range(1, 50))


@pytest.mark.parametrize(
    ("name", "args", "kind", "sentence"),
    [
        ("wrong_value", (), BuildFailed, "part 'band' of ring RG-1: ValueError: the wall is -1 mm"),
        ("leave_politely", (), BuildFailed, "part 'band' of ring RG-1: SystemExit: 3"),
        ("nowhere", (), BuildFailed, "KeyError: 'nowhere'"),
        ("build_failed", ("",), BuildFailed, "part 'band' of ring RG-1: the fillet is larger than the plate"),
        ("build_failed", ("bezel",), BuildFailed, "part 'bezel' of ring RG-1: the fillet is larger than the plate"),
        ("not_plain", (), BuildFailed, "the answer of jobs_for_workers:part_then cannot be sent, it is not plain"),
        ("unreadable_error", (), BuildFailed, "Unreadable: cannot be read elsewhere"),
    ],
)
def test_an_error_arrives_with_its_place_and_the_lines_that_raised_it(one, name, args, kind, sentence):
    before = one.run(job("pid"))
    with pytest.raises(kind) as caught:
        one.run(job("part_then", "band", name, *args))
    assert type(caught.value) is kind
    assert sentence in str(caught.value)
    assert caught.value.part in ("band", "bezel")
    assert one.run(job("pid")) == before
    told = "".join(traceback.format_exception(caught.value))
    assert "jobs_for_workers.py" in told or name == "not_plain"
    assert "worker_process.py" not in told


def test_own_errors_arrive_as_themselves(one):
    with pytest.raises(InvalidChoice) as caught:
        one.run(job("wrong_choice"))
    assert str(caught.value) == "too thin (en)"
    assert caught.value.problems == ("too thin",)


def test_an_error_of_a_class_the_caller_cannot_import_keeps_its_words(one):
    assert "jobs_for_workers" not in sys.modules
    with pytest.raises(BuildFailed, match="ring RG-1: OwnError: hot hot"):
        one.run(job("own_error"))
    with pytest.raises(BuildFailed, match=r"cannot be read here: ModuleNotFoundError: .*jobs_for_workers"):
        one.run(Job("builtins:getattr", (Unread("jobs_for_workers"), "OwnError")))


class Unread:
    """Arrives as a module of the worker."""

    def __init__(self, name):
        self.name = name

    def __reduce__(self):
        import importlib

        return importlib.import_module, (self.name,)


def test_arguments_that_are_not_plain_are_refused_at_once(one):
    with pytest.raises(BuildFailed, match=r"ring RG-1: the arguments of jobs_for_workers:echo cannot be sent"):
        one.submit(job("echo", threading.Lock()))
    with pytest.raises(BuildFailed, match=r"cannot be read in a worker: ModuleNotFoundError"):
        one.run(job("echo", Unread("no_such_module")))
    with pytest.raises(BuildFailed, match="No module named 'no_such_module'"):
        one.run(Job("no_such_module:build"))
    assert one.run(job("add", 1, 1)) == 2


@pytest.mark.parametrize("call", ["build", ":build", "module:", "module"])
def test_a_call_must_be_a_dotted_name(call):
    with pytest.raises(ValueError, match=r"package\.module:function"):
        Job(call)


@pytest.mark.parametrize("wrong", [{"count": 0}, {"deadline": 0.0}, {"cpu": -1.0}, {"memory_mb": 0}, {"queue": 0}])
def test_terms_must_be_above_zero(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Workers(**wrong)
    with pytest.raises(ValueError, match="deadline"):
        Job("a:b", deadline=0.0)


def test_building_does_nothing_outside_a_worker():
    assert progress.building("band") is None


def test_what_a_job_prints_does_not_mix_with_the_output_of_the_program():
    script = (
        "from configurator.geometry.workers import Job, Workers\n"
        f"with Workers(1, preload=(), path=[{HERE!r}]) as w: w.run(Job('jobs_for_workers:write', ('from the part',)))\n"
        "print('answer')"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (told.stdout, told.stderr) == ("answer\n", "from the part\n")


def test_environment_is_set_before_anything_is_imported():
    with make(environment={"OMP_NUM_THREADS": "1", "WORD": "here"}) as workers:
        assert workers.run(job("variable", "WORD")) == "here"
        assert workers.run(job("variable", "PATH")) == os.environ["PATH"]
    assert "WORD" not in os.environ


def test_the_deadline_ends_a_job_that_hangs_and_names_its_part():
    with make(deadline=0.3) as workers:
        first = workers.run(job("pid"))
        start = time.monotonic()
        with pytest.raises(DeadlinePassed, match=r"part 'band' of ring RG-1: it was not done after 0.3 s"):
            workers.run(job("part_then", "band", "stuck_in_c"))
        assert time.monotonic() - start < 2.0
        with pytest.raises(DeadlinePassed, match=r"0\.1 s"):
            workers.run(job("nap", 5.0, deadline=0.1))
        assert workers.run(job("nap", 0.5, "slow", deadline=5.0)) == "slow"
        assert workers.run(job("pid")) != first
        assert workers.status().counts.late == 2


def test_the_cpu_limit_ends_a_job_that_computes_too_long_but_not_one_that_waits():
    with make(cpu=0.2, deadline=10.0) as workers:
        with pytest.raises(DeadlinePassed, match=r"part 'band' of .*: it used more than the 0\.2 CPU seconds it may"):
            workers.run(job("part_then", "band", "spin"))
        assert workers.run(job("nap", 1.5, "rested")) == "rested"
        assert workers.status().counts.late == 1
        assert workers.run(job("limits_now"))[0] == 0


@pytest.mark.parametrize(("name", "args"), [("take", (3000,)), ("numbers", (400_000_000,)), ("take_slowly", ())])
def test_a_job_that_wants_too_much_memory_is_refused_and_the_worker_replaced(name, args):
    with make(memory_mb=60) as workers:
        before = workers.run(job("pid"))
        assert workers.run(job("take", 40)) == 40
        with pytest.raises(TooLarge, match=r"part 'band' of ring RG-1: it wanted more than the 60 MB of memory it may"):
            workers.run(job("part_then", "band", name, *args))
        assert workers.run(job("pid")) != before
        assert workers.status().counts.too_large == 1
        assert workers.status().counts.recycled == 0


def test_a_worker_that_keeps_much_memory_is_replaced_in_good_order():
    with make(memory_mb=100) as workers:
        first = workers.run(job("keep", 20))
        assert workers.run(job("keep", 20)) == first
        assert workers.run(job("keep", 20)) == first
        assert workers.run(job("pid")) != first
        assert workers.status().counts.recycled == 1


def test_a_worker_is_replaced_after_so_many_jobs():
    with make(jobs_per_worker=3) as workers:
        pids = [workers.run(job("pid")) for _ in range(9)]
        assert pids[0:3] == [pids[0]] * 3
        assert len(set(pids)) == 3
        assert workers.status().counts.recycled == 3


def test_the_queue_is_bounded_and_cancelled_jobs_take_no_place_in_it():
    with make(queue=2) as workers:
        running = workers.submit(job("nap", 0.5, "done"))
        until(running.running)
        waiting = [workers.submit(job("add", 1, n)) for n in range(2)]
        with pytest.raises(QueueFull, match="ring RG-1: 2 jobs wait already"):
            workers.submit(job("add", 1, 1))
        assert workers.status().queued == 2
        assert waiting[0].cancel()
        replaced = workers.submit(job("pid"))
        assert not running.cancel()
        assert running.result(5) == "done"
        assert waiting[1].result(5) == 2
        assert replaced.result(5) in workers.status().pids
        with pytest.raises(CancelledError):
            waiting[0].result(0)
        assert workers.status().counts.done == 3


def test_jobs_alike_go_to_the_worker_that_did_such_a_job_last():
    with make(3) as workers:
        workers.ready()
        together = [workers.submit(job("part_then", "a", "nap", 0.2, n, likes=word)) for n, word in enumerate("abc")]
        until(lambda: all(one.busy_with for one in workers.status().workers))
        assert [each.result(5) for each in together] == [0, 1, 2]
        home = {word: workers.run(job("pid", likes=word)) for word in "abc"}
        assert len(set(home.values())) == 3
        for word in "cabbagecab":
            if word in home:
                assert workers.run(job("pid", likes=word)) == home[word]


def test_status_tells_what_everybody_does():
    with make(2) as workers:
        workers.ready()
        future = workers.submit(job("part_then", "band", "nap", 0.6))
        until(lambda: any(one.part == "band" for one in workers.status().workers))
        status = workers.status(memory=True)
        busy, idle = sorted(status.workers, key=lambda one: one.state)
        assert (busy.state, busy.busy_with, busy.part, busy.jobs) == ("busy", "ring RG-1", "band", 0)
        assert (idle.state, idle.busy_with, idle.part) == ("idle", "", "")
        assert status.alive == 2
        assert set(status.pids) == {busy.pid, idle.pid}
        assert all(1 << 20 < size < 1 << 28 for size in (busy.pss, idle.pss, status.server_pss))
        assert json.loads(json.dumps(dataclasses.asdict(status)))["counts"]["started"] == 2
        future.result(5)
    assert workers.status().workers == ()


def test_callbacks_may_submit_more_jobs():
    found: Future[int] = Future()
    with make() as workers:
        first = workers.submit(job("add", 1, 2))
        first.add_done_callback(
            lambda done: workers.submit(job("add", done.result(), 4)).add_done_callback(
                lambda last: found.set_result(last.result())
            )
        )
        assert found.result(5) == 7


def test_closing_refuses_what_is_not_done_by_name():
    workers = make()
    running, waiting = workers.submit(job("part_then", "band", "spin")), workers.submit(job("pid"))
    until(lambda: any(one.part for one in workers.status().workers))
    workers.close()
    for future in (running, waiting):
        with pytest.raises(WorkerDied, match="ring RG-1: the workers were closed before it was done"):
            future.result(0)
    with pytest.raises(WorkerDied, match="closed"):
        workers.submit(job("pid"))
    with pytest.raises(WorkerDied, match="closed"):
        workers.ready()
    workers.close()


def test_ctrl_c_does_not_reach_workers():
    with make() as workers:
        future = workers.submit(job("nap", 0.5, "finished"))
        until(future.running)
        status = workers.status()
        for pid in (*status.pids, status.server_pid):
            os.kill(pid, signal.SIGINT)
            assert os.getpgid(pid) != os.getpgid(0)
        assert future.result(5) == "finished"
        assert workers.status().counts.died == 0


def test_a_fork_of_the_caller_is_refused_and_harms_nothing():
    with make() as workers:
        assert workers.run(job("add", 1, 1)) == 2
        child = os.fork()
        if not child:
            code = 1
            try:
                workers.submit(job("pid"))
            except WorkerDied:
                workers.close()
                code = 7
            finally:
                os._exit(code)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
        assert workers.run(job("add", 1, 2)) == 3


def test_an_idle_pool_uses_no_processor_time():
    with make(2) as workers:
        workers.ready()
        pids = [os.getpid(), *workers.status().pids, workers.status().server_pid]
        time.sleep(0.1)
        before = [ticks(pid) for pid in pids[1:]]
        own = time.process_time()
        time.sleep(1.0)
        assert [ticks(pid) for pid in pids[1:]] == before
        assert time.process_time() - own < 0.01


def ticks(pid) -> tuple[int, int]:
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(after_name[11]), int(after_name[12])


def test_every_error_of_a_job_is_one_of_ours(one):
    for name in ("wrong_value", "own_error", "unreadable_error", "leave_politely", "not_plain"):
        with pytest.raises(LotOneError):
            one.run(job(name))
