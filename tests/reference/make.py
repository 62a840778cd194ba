"""Writes the fixtures that the C# parity tests read. Run: python3 tests/reference/make.py [folder]"""
import os
import sys
import warnings

# Before torch is loaded: sums in one order, and the same code on every x64 machine.
os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
os.environ |= {"ATEN_CPU_CAPABILITY": "default", "OPENBLAS_CORETYPE": "Nehalem"}
sys.dont_write_bytecode = True
warnings.filterwarnings("ignore", category=UserWarning, module="torch")  # SequentialLR calls a deprecated form

import torch  # noqa: E402

import activations  # noqa: E402
import attention  # noqa: E402
import conventions  # noqa: E402
import initialisers  # noqa: E402
import layers  # noqa: E402
import losses  # noqa: E402
import metrics  # noqa: E402
import normalisation  # noqa: E402
import optimizers  # noqa: E402
import preprocessing  # noqa: E402
import recurrent  # noqa: E402
import schedules  # noqa: E402
import worked_numbers  # noqa: E402
from support import write  # noqa: E402

FAMILIES = {
    "activations": activations.cases,
    "losses": losses.cases,
    "optimizers": optimizers.cases,
    "conventions": conventions.cases,
    "schedules": schedules.cases,
    "initialisers": initialisers.cases,
    "linear": layers.linear,
    "convolution": layers.convolution,
    "pooling": layers.pooling,
    "normalisation": normalisation.cases,
    "recurrent": recurrent.cases,
    "attention": attention.cases,
    "metrics": metrics.cases,
    "preprocessing": preprocessing.cases,
}


def main(folder):
    torch.set_num_threads(1)
    torch.backends.mkldnn.enabled = False
    fixtures = os.path.join(folder, "fixtures")
    os.makedirs(fixtures, exist_ok=True)
    for family, make in FAMILIES.items():
        cases = list(make())
        path = os.path.join(fixtures, f"{family}.json")
        write(path, {"family": family, "torch": torch.__version__, "cases": cases})
        print(f"{family}: {len(cases)} cases, {os.path.getsize(path) / 1024:.0f} KiB")
    worked = list(worked_numbers.rows())
    write(os.path.join(folder, "worked_numbers.json"), {"numbers": worked})
    wrong = worked_numbers.disagreements(worked)
    print(f"worked numbers: {len(worked)}, of which {len(wrong)} do not come out as printed")
    for row in wrong:
        print(f"  {row['id']} is printed as {row['stated']}, but is {row['value']}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__)))
