"""Every worked number of the course, computed again in float64. The examples' functions stand in worked_examples.py."""
from decimal import Decimal

from worked_examples import LESSONS


def rows():
    """id, items, description, the value at full precision, the number as printed, and half a unit of its last digit."""
    for lesson in LESSONS:
        for name, items, description, stated, value in lesson():
            half = 0.5 * 10.0 ** Decimal(stated).as_tuple().exponent
            yield {"id": name, "items": items.split(), "description": description, "value": float(value),
                   "tolerance": half, "stated": stated}


def disagreements(numbers):
    """Rows whose printed number is not the rounded value."""
    return [row for row in numbers if abs(row["value"] - float(row["stated"])) > row["tolerance"] * (1 + 1e-9)]
