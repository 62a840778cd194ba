"""Makes a kernelspec for the kernel under test, known to nobody else."""
import json
import os
import tempfile

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager


def kernel_manager(command, interrupt_mode="message"):
    folder = tempfile.mkdtemp()
    os.makedirs(os.path.join(folder, "csharp-under-test"))
    with open(os.path.join(folder, "csharp-under-test", "kernel.json"), "w") as file:
        json.dump({"argv": command + ["kernel", "run", "--connection-file", "{connection_file}"],
                   "display_name": "C#", "language": "C#", "interrupt_mode": interrupt_mode}, file)
    specs = KernelSpecManager(kernel_dirs=[folder])
    return KernelManager(kernel_name="csharp-under-test", kernel_spec_manager=specs)
