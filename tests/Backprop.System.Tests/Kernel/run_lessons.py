"""Runs notebooks with nbclient, as JupyterLab's `Run all` would. Prints how many outputs each has."""
import os
import sys

import nbformat
from kernel_spec import kernel_manager
from nbclient import NotebookClient

command, notebooks = sys.argv[1:3], sys.argv[3:]

for path in notebooks:
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=300, km=kernel_manager(command), resources={"metadata": {"path": os.path.dirname(path)}})
    client.execute()
    nbformat.validate(notebook)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert not [o for o in outputs if o.output_type == "error" and not o.ename.startswith("NotImplemented")], outputs
    assert not [o for o in outputs if o.get("name") == "stderr"], "a lesson wrote to stderr"
    print(os.path.basename(path), "shows" if outputs else "shows nothing")
