"""A Jupyter client that asks the kernel everything, with jupyter_client. Prints `fine` at the end."""
import os
import re
import signal
import sys
import time
from queue import Empty

from kernel_spec import kernel_manager

PATIENCE = 120


class Client:
    def __init__(self, manager):
        self.kc = manager.client()
        self.kc.start_channels()
        self.kc.wait_for_ready(timeout=PATIENCE)

    def run(self, code, stdin=None, **options):
        outputs = []
        options.setdefault("allow_stdin", stdin is not None)
        reply = self.kc.execute_interactive(
            code, timeout=PATIENCE, output_hook=outputs.append,
            stdin_hook=lambda message: self.kc.input(stdin(message["content"])), **options)
        return reply["content"], [m for m in outputs if m["msg_type"] not in ("status", "execute_input")]

    def ok(self, code, **options):
        reply, outputs = self.run(code, **options)
        assert reply["status"] == "ok", reply
        return outputs

    def value(self, code, **options):
        return self.ok(code, **options)[-1]["content"]["data"]["text/plain"]

    def text(self, code, **options):
        return "".join(m["content"]["text"] for m in self.ok(code, **options) if m["msg_type"] == "stream")

    def ask(self, message):
        return self.reply(message, self.kc.get_shell_msg)

    def control(self, kind, content):
        message = self.kc.session.msg(kind, content)
        self.kc.control_channel.send(message)
        return self.reply(message["header"]["msg_id"], self.kc.get_control_msg)

    @staticmethod
    def reply(message, receive):
        while True:
            reply = receive(timeout=PATIENCE)
            if reply["parent_header"].get("msg_id") == message:
                assert "date" in reply["header"]
                return reply["content"]


def cells(client):
    assert client.value("1 + 1") == "2"
    assert client.ok("var a = 20;") == []
    assert client.value("Tensor t = [[1, 2], [3, 4]]; t.Sum().Item() + a") == "30"
    assert client.text("Console.Write(\"hello, \"); Console.WriteLine(\"world\");") == "hello, world\n"
    assert client.value("await Task.Delay(5); 3") == "3"
    shown = client.ok("var h = display(1); h.Update(2); clearOutput(true);")
    assert [m["msg_type"] for m in shown] == ["display_data", "update_display_data", "clear_output"], shown
    ids = [m["content"]["transient"]["display_id"] for m in shown[:2]]
    assert ids[0] == ids[1]
    reply, _ = client.run("a", user_expressions={"x": "a + 1", "y": "nonsense"})
    assert reply["user_expressions"]["x"]["data"]["text/plain"] == "21"
    assert reply["user_expressions"]["y"]["status"] == "error"


def errors(client):
    for code, name in (("var z = nonsense;", "CompileError"), ("int[] none = []; none[3]", "IndexOutOfRangeException")):
        reply, outputs = client.run(code)
        assert [m["msg_type"] for m in outputs] == ["error"], outputs
        assert reply["ename"] == name and outputs[0]["content"]["ename"] == name, reply
    # What a warning says is no error, and nothing on stderr.
    assert client.ok("int unused() { return 1; int dead = 2; } async Task Later() { }") == []


def output(client):
    lines = client.ok("for (int i = 0; i < 10_000; i++) Console.WriteLine(i);")
    assert "".join(m["content"]["text"] for m in lines) == "".join(f"{i}\n" for i in range(10_000))
    assert len(lines) < 500, len(lines)
    big = client.ok("display(new string('x', 10_000_000));")
    assert len(big[0]["content"]["data"]["text/plain"]) == 10_000_000
    # Output that comes later belongs to the cell that it comes from.
    message = client.kc.execute("_ = Task.Run(async () => { await Task.Delay(300); Console.WriteLine(\"late\"); });")
    client.ask(message)
    client.value("7")
    while (late := client.kc.get_iopub_msg(timeout=PATIENCE))["msg_type"] != "stream":
        pass
    assert late["parent_header"]["msg_id"] == message and late["content"]["text"] == "late\n"


def typing(client):
    assert client.value("Console.ReadLine()", stdin=lambda asked: "typed") == "typed"
    seen = []
    client.ok("var secret = password(\"Key:\");", stdin=lambda asked: seen.append(asked) or "s3cret")
    assert seen == [{"prompt": "Key:", "password": True}], seen
    assert client.value("secret.Length") == "6"
    kc = client.kc
    assert client.ask(kc.is_complete("1 + 1"))["status"] == "complete"
    part = client.ask(kc.is_complete("for (;;) {"))
    assert part["status"] == "incomplete" and part["indent"] == "    ", part
    assert client.ask(kc.is_complete("1 +* 1 ]"))["status"] == "invalid"
    matches = client.ask(kc.complete("Console.WriteL", 14))
    assert matches["matches"] == ["WriteLine"] and matches["cursor_start"] == 8, matches
    help = client.ask(kc.inspect("Console.WriteLine", 12))
    assert help["found"] and "WriteLine" in help["data"]["text/plain"], help


def help(client):
    for asked in ("Math.Floor?", "?Math.Floor", "Console??"):
        reply, outputs = client.run(asked)
        assert outputs == [] and [p["source"] for p in reply["payload"]] == ["page"], (reply, outputs)
        assert asked.strip("?").split(".")[-1] in reply["payload"][0]["data"]["text/plain"], reply
        assert client.ask(client.kc.is_complete(asked))["status"] == "complete"
    reply, outputs = client.run("nothing_such?")
    assert reply["ename"] == "NoHelp" and len(outputs) == 1, reply


def next_cell(client):
    """Text for the next cell is a payload of the reply, and no output."""
    reply, outputs = client.run('nextCell("old"); nextCell("1 + 1", replace: true);')
    assert outputs == [] and reply["payload"] == [{"source": "set_next_input", "text": "1 + 1", "replace": True}], (reply, outputs)


def threads(client):
    """What fails beside a cell is told, and costs nothing."""
    client.ok("int before = 3;")
    told = client.ok("""
        var worker = new System.Threading.Thread(() => { int[] none = []; none[2] = 1; });
        worker.Start();
        worker.Join();""")
    text = "".join(m["content"]["text"] for m in told)
    assert [m["content"]["name"] for m in told] == ["stderr"] and "IndexOutOfRangeException" in text and "line 2" in text, told
    client.ok("async void Later() { await Task.Delay(50); throw new Exception(\"nobody waits\"); } Later();")
    client.ok("await Task.Delay(200);")
    assert client.value("before") == "3"


def past(client):
    client.value("40 + 2")
    tail = client.ask(client.kc.history(hist_access_type="tail", n=1, output=True, raw=True))["history"]
    session, line, (code, text) = tail[0]
    assert (code, text) == ("40 + 2", "42"), tail
    kc = client.kc
    same = client.ask(kc.history(hist_access_type="range", session=session, start=line, stop=line + 1, raw=True))["history"]
    assert same == [[session, line, "40 + 2"]], same
    assert client.ask(kc.history(hist_access_type="range", session=0, start=line, stop=line + 1, raw=True))["history"] == same
    found = client.ask(kc.history(hist_access_type="search", pattern="40*", n=1, unique=True, raw=True))["history"]
    assert found == same, found


def widget(client):
    shown = client.ok("var k = 10;\nInteract.Slider(\"w\", 0, 1, w => $\"{k} and {w:0.00}\")")
    html = shown[-1]["content"]["data"]["text/html"]
    name = re.search(r'"backprop.interact","([0-9a-f]+)"', html).group(1)

    def say(kind, content, *wanted):
        message = client.kc.session.msg(kind, {"comm_id": "c2", **content})
        client.kc.shell_channel.send(message)
        seen = []
        while True:
            heard = client.kc.get_iopub_msg(timeout=PATIENCE)
            if heard["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                continue
            if heard["content"].get("execution_state") == "idle":
                break
            if heard["msg_type"] != "status":
                seen.append((heard["msg_type"], heard["content"].get("data")))
        assert seen == list(wanted), seen

    say("comm_open", {"target_name": "backprop.interact", "data": {"id": name}}, ("comm_msg", {"ready": True}))
    assert client.ask(client.kc.comm_info())["comms"] == {"c2": {"target_name": "backprop.interact"}}
    say("comm_msg", {"data": {"value": 0.25}}, ("comm_msg", {"html": "<pre>10 and 0.25</pre>"}))
    client.ok("k = 11;")
    say("comm_msg", {"data": {"value": 0.255}}, ("comm_msg", {"html": "<pre>11 and 0.26</pre>"}))
    say("comm_close", {"data": {}})
    assert client.ask(client.kc.comm_info())["comms"] == {}


def comms(client):
    message = client.kc.session.msg("comm_open", {"comm_id": "c1", "target_name": "nobody", "data": {}})
    client.kc.shell_channel.send(message)
    while (closed := client.kc.get_iopub_msg(timeout=PATIENCE))["msg_type"] != "comm_close":
        pass
    assert closed["content"]["comm_id"] == "c1"
    assert client.ask(client.kc.comm_info())["comms"] == {}
    widget(client)
    assert client.control("debug_request", {"type": "request", "seq": 1, "command": "attach"})["success"] is False


def interrupts(client, manager):
    client.ok("int kept = 5;")
    for code in ("while (true) ;", "System.Threading.Thread.Sleep(100_000);"):
        message = client.kc.execute(code)
        waiting = client.kc.execute("int never = 1;")
        while (m := client.kc.get_iopub_msg(timeout=PATIENCE))["msg_type"] != "execute_input":
            pass
        time.sleep(0.3)
        manager.interrupt_kernel()
        assert client.ask(message)["status"] == "error"
        assert client.ask(waiting)["status"] == "aborted"
        assert client.value("kept") == "5"


def clean(client):
    """Takes what is left on iopub, so that one part does not see another's."""
    while True:
        try:
            client.kc.get_iopub_msg(timeout=0.05)
        except Empty:
            return


def crash(client):
    reply, outputs = client.run("void Deep(int n) { Deep(n + 1); } Deep(0);")
    assert reply["status"] == "error", reply
    reply, outputs = client.run("Environment.Exit(3);")
    assert reply["ename"] == "EnvironmentExit" and [m["msg_type"] for m in outputs] == ["error"], reply
    assert client.value("5 + 5") == "10"


def dies():
    """Kill -9 of the kernel in an endless loop leaves no worker behind."""
    manager = kernel_manager(sys.argv[1:])
    manager.start_kernel(stderr=sys.stderr)
    client = Client(manager)
    worker = int(client.value("Environment.ProcessId"))
    front = manager.provisioner.pid
    with open(f"/proc/{front}/maps") as maps:
        assert "Microsoft.CodeAnalysis" not in maps.read(), "the kernel's own process has loaded the compiler"
    client.kc.execute("while (true) ;")
    time.sleep(0.5)
    os.kill(front, signal.SIGKILL)
    for _ in range(500):
        if not os.path.exists(f"/proc/{worker}"):
            return
        time.sleep(0.02)
    raise AssertionError("the worker outlives its kernel")


def main():
    manager = kernel_manager(sys.argv[1:])
    manager.start_kernel(stderr=sys.stderr)
    try:
        client = Client(manager)
        parts = [cells, errors, output, typing, help, next_cell, threads, past, comms, lambda c: interrupts(c, manager), crash]
        for part in parts:
            part(client)
            clean(client)
        # SIGINT does what the message does.
        message = client.kc.execute("while (true) ;")
        time.sleep(0.5)
        manager.signal_kernel(signal.SIGINT)
        assert client.ask(message)["status"] == "error"
        clean(client)
        second = Client(manager)
        assert second.value("1 + 2") == "3"
        second.kc.stop_channels()
        manager.restart_kernel()
        client.kc.stop_channels()
        client = Client(manager)
        reply, _ = client.run("kept")
        assert reply["ename"] == "CompileError", reply
        manager.shutdown_kernel()
        assert not manager.is_alive()
    finally:
        if manager.has_kernel:
            manager.shutdown_kernel(now=True)
    if sys.platform == "linux":
        dies()
    print("fine")


main()
