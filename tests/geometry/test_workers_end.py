"""Workers that die, and callers that do: no job is lost, no process left behind."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import wait
from contextlib import suppress
from pathlib import Path

import pytest

from configurator.errors import BuildError, BuildFailed, DeadlinePassed, WorkerDied
from configurator.geometry.workers import Job, Workers

HERE = str(Path(__file__).parent)


def make(count=1, **terms) -> Workers:
    return Workers(count, **{"preload": (), "path": [HERE], "deadline": 20.0, **terms})


def job(name, *args, number="RG-1", **terms) -> Job:
    return Job(f"jobs_for_workers:{name}", args, template="ring", number=number, **terms)


def memory_of(pid, field) -> int:
    """A line of the kernel's account of a process' memory, in kB."""
    account = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(re.search(rf"^{field}:\s+(\d+) kB$", account, re.MULTILINE)[1])


def is_there(pid) -> bool:
    """A zombie has ended; that its new parent has not looked yet is not ours to mend."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def parent(pid) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def gone_within(pids, seconds) -> bool:
    end = time.monotonic() + seconds
    while any(map(is_there, pids)):
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


@pytest.mark.parametrize(
    ("name", "args", "how"),
    [
        ("segfault", (), "was ended by SIGSEGV"),
        ("kill_self", (signal.SIGABRT,), "was ended by SIGABRT"),
        ("leave", (0,), "left with exit code 0"),
        ("leave", (255,), "left with exit code 255"),
    ],
)
def test_a_job_that_ends_its_worker_is_refused_by_name_and_not_tried_again(name, args, how):
    with make(2) as workers:
        bystander = workers.submit(job("nap", 0.3, "unharmed"))
        with pytest.raises(WorkerDied) as caught:
            workers.run(job("part_then", "band", name, *args))
        assert str(caught.value) == f"part 'band' of ring RG-1: its worker process {how} before it had answered"
        assert (caught.value.template, caught.value.part, caught.value.number) == ("ring", "band", "RG-1")
        assert caught.value.own_fault
        assert bystander.result(5) == "unharmed"
        assert workers.status().counts.retried == 0
        workers.ready()
        assert workers.status().alive == 2


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_job_whose_worker_is_killed_from_outside_is_done_by_another(number):
    with make() as workers:
        future = workers.submit(job("part_then", "band", "nap", 0.5, "done"))
        while not any(one.part == "band" for one in workers.status().workers):
            time.sleep(0.005)
        os.kill(workers.status().pids[0], number)
        assert future.result(5) == "done"
        assert (workers.status().counts.retried, workers.status().counts.died) == (1, 1)


def test_a_job_is_tried_twice_at_most(tmp_path):
    (tmp_path / "once").mkdir()
    (tmp_path / "always").mkdir()
    with make() as workers:
        assert workers.run(job("killed_first", str(tmp_path / "once"), 1)) == 2
        with pytest.raises(WorkerDied, match=r"ring RG-1: .* was ended by SIGKILL, for the second time,") as caught:
            workers.run(job("killed_first", str(tmp_path / "always"), 9))
        assert not caught.value.own_fault
        assert len(list((tmp_path / "always").iterdir())) == 2


def test_workers_killed_while_idle_cost_no_job():
    with make(2) as workers:
        for _ in range(10):
            workers.ready()
            for pid in workers.status().pids:
                os.kill(pid, signal.SIGKILL)
            assert workers.run(job("add", 1, 1)) == 2


def test_a_killed_fork_server_is_replaced_and_its_jobs_are_done(tmp_path):
    with make(2) as workers:
        workers.ready()
        before = workers.status()
        futures = [workers.submit(job("part_then", "band", "nap", 0.5, n)) for n in range(4)]
        while sum(one.part == "band" for one in workers.status().workers) < 2:
            time.sleep(0.005)
        os.kill(before.server_pid, signal.SIGKILL)
        assert [future.result(10) for future in futures] == [0, 1, 2, 3]
        assert gone_within([before.server_pid, *before.pids], 2.0)
        after = workers.status()
        assert after.server_pid != before.server_pid
        assert after.counts.retried == 2
        assert workers.run(job("kill_server", str(tmp_path))) == workers.status().server_pid != after.server_pid


def test_of_many_jobs_amid_kills_hangs_and_crashes_none_is_lost():
    dice = random.Random(20)
    kinds = ["hang"] * 5 + ["crash"] * 5 + ["plain"] * 190
    dice.shuffle(kinds)
    jobs = {
        "hang": lambda n: job("part_then", f"part {n}", "stuck_in_c", number=f"RG-{n}", deadline=0.3),
        "crash": lambda n: job("part_then", f"part {n}", "segfault", number=f"RG-{n}"),
        "plain": lambda n: job("nap", 0.03, n, number=f"RG-{n}"),
    }
    with make(3) as workers:
        workers.ready()
        futures = [workers.submit(jobs[kind](n)) for n, kind in enumerate(kinds)]
        killed = 0
        while killed < 50:
            time.sleep(dice.uniform(0.0, 0.03))
            status = workers.status()
            victim = dice.choice(status.pids or (0,))
            if victim and parent(victim) == status.server_pid:
                with suppress(ProcessLookupError):  # it may have ended by itself meanwhile
                    os.kill(victim, signal.SIGKILL)
                    killed += 1
        assert not wait(futures, timeout=30).not_done
        counts = workers.status().counts

    refused = 0
    for n, (kind, future) in enumerate(zip(kinds, futures, strict=True)):
        error = future.exception(0)
        if error is None:
            assert (kind, future.result(0)) == ("plain", n)
            continue
        refused += 1
        assert isinstance(error, BuildError)
        assert error.number == f"RG-{n}"
        twice = isinstance(error, WorkerDied) and "SIGKILL, for the second time" in error.reason
        if kind == "plain":
            assert twice
        elif not twice:
            assert type(error) is (DeadlinePassed if kind == "hang" else WorkerDied)
            assert error.part == f"part {n}"
            assert ("0.3 s" if kind == "hang" else "SIGSEGV") in error.reason
    assert counts.done == 200 - refused
    assert refused < 60


def test_a_server_that_is_killed_over_and_over_loses_no_job():
    with make(2) as workers:
        futures = [workers.submit(job("nap", 0.02, n)) for n in range(100)]
        for _ in range(5):
            workers.ready()
            os.kill(workers.status().server_pid, signal.SIGKILL)
            time.sleep(0.05)
        errors = [future.exception(20) for future in futures]
        assert [future.result() for future, error in zip(futures, errors, strict=True) if not error] == [
            n for n, error in enumerate(errors) if not error
        ]
        assert all("was lost with its fork server, for the second time" in str(error) for error in errors if error)
        assert sum(map(bool, errors)) <= 4


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (None, "ModuleNotFoundError: No module named 'start_badly'"),
        ("raise RuntimeError('no licence')", "RuntimeError: no licence"),
        ("def warm(): raise ValueError('no font')", "ValueError: no font"),
        ("import os\ndef warm(): os._exit(9)", "a worker left with exit code 9 before it was warm"),
        ("import ctypes; ctypes.string_at(0)", "the fork server, which imports start_badly, was ended by SIGSEGV"),
        ("import time\ndef warm(): time.sleep(60)", "a worker was not warm after 0.3 s"),
        ("import time; time.sleep(60)", "a worker was not warm after 0.3 s"),
    ],
)
def test_workers_that_cannot_start_refuse_the_jobs_with_the_reason(tmp_path, source, reason):
    if source:
        (tmp_path / "start_badly.py").write_text(source)
    patience = 0.3 if "sleep" in str(source) else 20.0
    with make(preload=["start_badly"], path=[str(tmp_path), HERE], start_deadline=patience) as workers:
        futures = [workers.submit(job("pid", number=f"RG-{n}")) for n in range(3)]
        for n, future in enumerate(futures):
            with pytest.raises(WorkerDied) as caught:
                future.result(15)
            assert f"ring RG-{n}: no worker can be started, 3 tries in a row failed; the last: " in str(caught.value)
            assert reason in str(caught.value)
        if patience < 1.0:
            return
        with pytest.raises(WorkerDied, match="no worker can be started"):
            workers.ready(15)
        (tmp_path / "start_badly.py").write_text("")
        assert workers.run(job("add", 1, 1)) == 2


ORPHANS = """
import json, os, signal, sys, time
from configurator.geometry.workers import Job, Workers
call, preload, path = json.loads(sys.argv[1])
workers = Workers(2, preload=preload, path=path)
workers.submit(Job(call)) if call else workers.submit(Job("builtins:abs", (1,)))
end = time.time() + 10
def reached(status):
    if preload:
        return status.server_pid and (len(status.pids) == 2 or preload == ["import_stuck"])
    return status.alive == 2 and (not call or any(one.busy_with for one in status.workers))
while not reached(workers.status()):
    assert time.time() < end
    time.sleep(0.01)
time.sleep(0.2)
status = workers.status()
print(json.dumps([status.server_pid, *status.pids]), flush=True)
{end}
"""


@pytest.mark.parametrize("end", ["os.kill(os.getpid(), signal.SIGKILL)", "os._exit(0)", "pass", "sys.exit(1)"])
@pytest.mark.parametrize(
    ("call", "preload"),
    [
        ("jobs_for_workers:stuck_in_c", []),
        ("jobs_for_workers:spin", []),
        ("", []),
        ("", ["warm_stuck"]),
        ("", ["import_stuck"]),
    ],
)
def test_nothing_outlives_the_caller(tmp_path, call, preload, end):
    (tmp_path / "warm_stuck.py").write_text("from jobs_for_workers import stuck_in_c as warm")
    (tmp_path / "import_stuck.py").write_text("from jobs_for_workers import stuck_in_c\nstuck_in_c()")
    settings = json.dumps([call, preload, [HERE, str(tmp_path)]])
    script = ORPHANS.replace("{end}", end)
    told = subprocess.run([sys.executable, "-c", script, settings], stdout=subprocess.PIPE, timeout=20, check=False)
    pids = json.loads(told.stdout)
    assert len(pids) == (1 if preload == ["import_stuck"] else 3)
    assert gone_within(pids, 2.0)


def test_ctrl_c_in_a_terminal_ends_the_caller_alone_and_without_noise():
    # as a terminal starts programs: a job that runs in the background, as this test may, hands on that Ctrl-C is ignored
    heeded = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    script = heeded + ORPHANS.replace("{end}", "time.sleep(60)")
    settings = json.dumps(["jobs_for_workers:spin", [], [HERE]])
    with subprocess.Popen(
        [sys.executable, "-c", script, settings], stdout=subprocess.PIPE, stderr=subprocess.PIPE, process_group=0
    ) as caller:
        pids = json.loads(caller.stdout.readline())
        os.killpg(caller.pid, signal.SIGINT)
        noise = caller.communicate(timeout=10)[1].decode()
    assert noise.count("Traceback") == noise.count("KeyboardInterrupt") == 1
    assert gone_within(pids, 2.0)


def test_closing_leaves_no_process_and_no_thread_and_no_open_file():
    threads, files = threading.active_count(), len(os.listdir("/proc/self/fd"))
    workers = make(2)
    workers.submit(job("stuck_in_c"))
    workers.ready()
    status = workers.status()
    workers.close()
    assert not any(Path(f"/proc/{pid}").exists() for pid in (status.server_pid, *status.pids))
    assert (threading.active_count(), len(os.listdir("/proc/self/fd"))) == (threads, files)


def test_forgotten_workers_end():
    workers = make(2)
    workers.ready()
    status = workers.status()
    del workers
    assert gone_within([status.server_pid, *status.pids], 2.0)


SCRIPT = """
from configurator.geometry.workers import Job, Workers
print("once")
workers = Workers(2, preload=(), path=[{path!r}])
print(workers.run(Job("jobs_for_workers:add", (1, 2))))
try:
    class Local: pass
    workers.run(Job("jobs_for_workers:echo", (Local(),)))
except RuntimeError as error:
    print("Local" in str(error))
"""


@pytest.mark.parametrize("way", ["file", "module", "-c", "stdin"])
def test_a_script_needs_no_guard_and_is_run_once(tmp_path, way):
    script = SCRIPT.format(path=HERE)
    (tmp_path / "script.py").write_text(script)
    arguments = {"file": ["script.py"], "module": ["-m", "script"], "-c": ["-c", script], "stdin": ["-"]}[way]
    told = subprocess.run(
        [sys.executable, "-W", "error", *arguments],
        input=script, capture_output=True, text=True, timeout=20, check=False, cwd=tmp_path,
    )
    assert (told.stdout, told.stderr, told.returncode) == ("once\n3\nTrue\n", "", 0)


def test_with_the_kernel():
    """Imported once in the server, run in workers only; what the kernel does to a worker is told by name."""
    with make(2, preload=["configurator.geometry.kernel.warm"], memory_mb=200) as workers:
        workers.ready()
        assert workers.run(job("kernel_is_loaded")) == (True, 1)
        assert workers.run(job("volume_of_box", 2, 3, 4)) == pytest.approx(2 * 3 * 5)
        server = workers.status().server_pid
        assert len(os.listdir(f"/proc/{server}/task")) == 1
        with pytest.raises(WorkerDied, match="part 'text' of ring RG-1: its worker process was ended by SIGSEGV"):
            workers.run(job("kernel_segfault"))
        with pytest.raises(BuildFailed, match=r"part 'box' of ring RG-1: .*Standard_DomainError") as caught:
            workers.run(job("volume_of_box", 0, 3, 4))
        assert "in volume_of_box" in caught.value.__notes__[0]
        status = workers.status(memory=True)
        assert status.server_pid == server
        # pages of files are shared with whoever else runs a kernel just now, so only what was written counts
        server_wrote = memory_of(server, "Anonymous")
        there = [one.pid for one in status.workers if one.pid is not None]
        assert there
        for worker in there:
            assert 0 < memory_of(worker, "Private_Dirty") < server_wrote / 4, "the kernel's memory is the server's"
