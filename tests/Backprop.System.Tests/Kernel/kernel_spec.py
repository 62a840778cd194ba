"""Makes a kernelspec for the kernel under test, known to nobody else."""
import json
import os
import tempfile

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager


def write_spec(folder, name, command, interrupt_mode="message"):
    os.makedirs(os.path.join(folder, name))
    with open(os.path.join(folder, name, "kernel.json"), "w") as file:
        json.dump({"argv": command + ["kernel", "run", "--connection-file", "{connection_file}"],
                   "display_name": "C#", "language": "C#", "interrupt_mode": interrupt_mode}, file)


def kernel_manager(command, interrupt_mode="message"):
    folder = tempfile.mkdtemp()
    write_spec(folder, "csharp-under-test", command, interrupt_mode)
    specs = KernelSpecManager(kernel_dirs=[folder])
    return KernelManager(kernel_name="csharp-under-test", kernel_spec_manager=specs)
