"""Measures Jupyter kernels side by side through jupyter_client: one run of each in turn, several rounds.

    python3 kernel_bench.py ROUNDS NAME=SPEC [NAME=SPEC ...]

Prints one JSON object a line: {"kernel", "measure", "unit", "value"}. Values are checked as well as timed: a kernel that
loses a line or forgets a variable fails here.
"""
import json
import os
import re
import statistics
import sys
import time

from jupyter_client.manager import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

# What each language says for the same thing.
CELLS = {
    "C#": {
        "sum": "1 + 1", "define": "int Twice(int x) => 2 * x;", "call": "Twice(21)",
        "lines": 'for (int i = 0; i < 10000; i++) Console.WriteLine($"line {i}");',
        "display": "display(new string('x', 10_000_000));",
        "remember": "var kept = 41;", "recall": "kept + 1",
        "loop": "while (true) { }", "sleep": "System.Threading.Thread.Sleep(60_000);",
        "complete": "Console.Wri",
    },
    "python": {
        "sum": "1 + 1", "define": "def twice(x): return 2 * x", "call": "twice(21)",
        "lines": "for i in range(10000): print(f'line {i}')",
        "display": "from IPython.display import display\ndisplay({'text/plain': 'x' * 10_000_000}, raw=True)",
        "remember": "kept = 41", "recall": "kept + 1",
        "loop": "while True: pass", "sleep": "import time; time.sleep(60)",
        "complete": "pri",
    },
}
PATIENCE = 120


class Kernel:
    """One running kernel and its client."""

    def __init__(self, spec):
        self.language = KernelSpecManager().get_kernel_spec(spec).language
        self.cells = CELLS[self.language]
        self.manager = KernelManager(kernel_name=spec)
        # The default of 100 ms would round the time to connect.
        self.manager.context.setsockopt(18, 5)
        self.started = time.perf_counter()
        self.manager.start_kernel(stderr=open(os.devnull, "w"))
        self.client = self.manager.client()
        self.client.start_channels()

    def wait_for_info(self):
        """Seconds from the start to the first kernel_info_reply."""
        while True:
            message = self.client.kernel_info()
            end = time.perf_counter() + 0.25
            while time.perf_counter() < end:
                try:
                    reply = self.client.get_shell_msg(timeout=0.25)
                except Exception:
                    break
                if reply["parent_header"].get("msg_id") == message:
                    return time.perf_counter() - self.started

    def run(self, cell):
        """Runs a cell to its end: (seconds, texts of its outputs, number of output messages)."""
        start = time.perf_counter()
        message = self.client.execute(self.cells.get(cell, cell))
        texts, count = [], 0
        while True:
            got = self.client.get_iopub_msg(timeout=PATIENCE)
            if got["parent_header"].get("msg_id") != message:
                continue
            content = got["content"]
            if got["msg_type"] == "status" and content["execution_state"] == "idle":
                break
            if got["msg_type"] in ("execute_result", "display_data"):
                texts.append(content["data"].get("text/plain", ""))
            elif got["msg_type"] == "stream":
                texts.append(content["text"])
                count += 1
            elif got["msg_type"] == "error":
                texts.append("error " + content["ename"])
        seconds = time.perf_counter() - start
        self.reply(message)
        return seconds, texts, count

    def reply(self, message):
        while True:
            got = self.client.get_shell_msg(timeout=PATIENCE)
            if got["parent_header"].get("msg_id") == message:
                return got

    def complete(self):
        start = time.perf_counter()
        text = self.cells["complete"]
        reply = self.reply(self.client.complete(text, len(text)))
        assert reply["content"]["matches"], "no completion"
        return time.perf_counter() - start

    def interrupt(self, cell):
        """Seconds from the interrupt to the end of a cell that would never end."""
        message = self.client.execute(self.cells[cell])
        time.sleep(0.5)
        start = time.perf_counter()
        self.manager.interrupt_kernel()
        self.reply(message)
        seconds = time.perf_counter() - start
        time.sleep(0.3)
        return seconds

    def memory(self):
        """Proportional memory of the kernel's processes, in MB."""
        root = self.manager.provisioner.process.pid
        return sum(pss(pid) for pid in family(root)) / 1000

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def family(pid):
    found = [pid]
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children") as children:
                for child in children.read().split():
                    found += family(int(child))
    except OSError:
        pass
    return found


def pss(pid):
    try:
        with open(f"/proc/{pid}/smaps_rollup") as rollup:
            return int(re.search(r"^Pss:\s+(\d+) kB", rollup.read(), re.M).group(1))
    except (OSError, AttributeError):
        return 0


def check(kernel, cell, expected):
    texts = kernel.run(cell)[1]
    assert texts and texts[-1] == expected, f"{cell}: {texts[-3:]} instead of {expected}"


def measure(spec):
    """All figures of one round: name → (unit, value)."""
    found = {}
    kernel = Kernel(spec)
    try:
        found["start to kernel_info"] = "s", kernel.wait_for_info()
        first = kernel.run("sum")[0]
        found["first cell, sent at once"] = "ms", first * 1000
        found["start to first result"] = "s", time.perf_counter() - kernel.started
        # Nothing but trivial cells: what a cell leaves behind.
        for _ in range(10):
            kernel.run("sum")
        early = statistics.median(kernel.run("sum")[0] for _ in range(50))
        for _ in range(940):
            kernel.run("sum")
        late = statistics.median(kernel.run("sum")[0] for _ in range(50))
        found["memory after 1,000 cells (PSS)"] = "MB", kernel.memory()
        found["cell after 1,000 / first fifty"] = "", late / early
    finally:
        kernel.stop()
    kernel = Kernel(spec)
    try:
        kernel.wait_for_info()
        time.sleep(1.5)
        found["first cell, a second later"] = "ms", kernel.run("sum")[0] * 1000
        for _ in range(10):
            kernel.run("sum")
        warm = sorted(kernel.run("sum")[0] * 1000 for _ in range(50))
        found["warm cell, median"] = "ms", statistics.median(warm)
        found["warm cell, p95"] = "ms", warm[47]
        kernel.run("define")
        check(kernel, "call", "42")
        kernel.complete()
        found["completion, median"] = "ms", statistics.median(kernel.complete() * 1000 for _ in range(15))
        seconds, texts, count = kernel.run("lines")
        assert "".join(texts) == "".join(f"line {i}\n" for i in range(10000)), "lines were lost"
        found["10,000 lines"] = "ms", seconds * 1000
        found["10,000 lines, messages"] = "", count
        kernel.run("display")
        seconds, texts, _ = kernel.run("display")
        assert len(texts[-1]) == 10_000_000, "the display was cut"
        found["display of 10 MB"] = "ms", seconds * 1000
        kernel.run("remember")
        found["interrupt of a loop"] = "ms", statistics.median(kernel.interrupt("loop") * 1000 for _ in range(5))
        found["interrupt of a sleep"] = "ms", kernel.interrupt("sleep") * 1000
        check(kernel, "recall", "42")
        found["memory after all this (PSS)"] = "MB", kernel.memory()
        start = time.perf_counter()
        kernel.manager.restart_kernel(now=True)
        kernel.started = start
        found["restart to kernel_info"] = "s", kernel.wait_for_info()
    finally:
        kernel.stop()
    return found


def main():
    rounds = int(sys.argv[1])
    kernels = [argument.split("=", 1) for argument in sys.argv[2:]]
    values = {}
    for _ in range(rounds):
        for name, spec in kernels:
            for what, (unit, value) in measure(spec).items():
                values.setdefault((name, what, unit), []).append(value)
    for (name, what, unit), seen in values.items():
        print(json.dumps({"kernel": name, "measure": what, "unit": unit, "value": statistics.median(seen)}), flush=True)


main()
