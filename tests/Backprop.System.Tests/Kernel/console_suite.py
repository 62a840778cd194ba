"""jupyter-console in a terminal (tmux) with our kernel, as a person types. Prints `fine` at the end."""
import os
import subprocess
import sys
import tempfile
import time

from kernel_spec import write_spec

PATIENCE = 90


class Terminal:
    def __init__(self, command, environment):
        self.socket = os.path.join(tempfile.mkdtemp(), "tmux")
        self.tmux("-f", os.devnull, "new-session", "-d", "-x", "100", "-y", "50", command, environment=environment)

    def tmux(self, *words, environment=None):
        return subprocess.run(["tmux", "-S", self.socket, *words], check=True, capture_output=True, text=True,
                              env=environment).stdout

    def type(self, text):
        self.tmux("send-keys", "-l", text)
        self.tmux("send-keys", "Enter")

    def wait(self, text):
        end = time.time() + PATIENCE
        while text not in (seen := self.tmux("capture-pane", "-p", "-J")):
            assert time.time() < end, f"no {text!r} in\n{seen}"
            time.sleep(0.1)


def main():
    folder = tempfile.mkdtemp()
    environment = dict(os.environ, JUPYTER_DATA_DIR=folder, JUPYTER_CONFIG_DIR=folder, TERM="xterm-256color")
    write_spec(os.path.join(folder, "kernels"), "csharp", sys.argv[1:])
    python = sys.executable
    terminal = Terminal(f"{python} -m jupyter_console --kernel csharp --ZMQTerminalInteractiveShell.kernel_is_complete_timeout=60",
                        environment)
    terminal.wait("In [1]:")
    terminal.type("int Twice(int x) {")
    terminal.wait("...:")
    # The console has indented this line.
    terminal.type("return 2 * x; }")
    terminal.tmux("send-keys", "Enter")
    terminal.wait("In [2]:")
    terminal.type("Twice(21)")
    terminal.wait("Out[2]: 42")
    terminal.type("Twice(nonsense)")
    terminal.wait("The name 'nonsense' does not exist")
    terminal.type("Console.ReadLine() + \"!\"")
    time.sleep(2)
    terminal.type("typed")
    terminal.wait("typed!")
    terminal.type("Math.Floor?")
    terminal.wait("double Math.Floor(double d)")
    terminal.tmux("send-keys", "C-d")
    time.sleep(1)
    terminal.tmux("send-keys", "y", "Enter")
    end = time.time() + PATIENCE
    while subprocess.run(["pgrep", "-f", folder], capture_output=True).returncode == 0:
        assert time.time() < end, "the kernel outlives its console"
        time.sleep(0.1)
    print("fine")


main()
