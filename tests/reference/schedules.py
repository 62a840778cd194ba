"""Schedules: the learning rate in force in each of 60 epochs, the first included."""
import numpy as np
import torch
from torch.optim import lr_scheduler as S

from support import numbers, record, tensors

EPOCHS = 60
RATE = 0.1

SCHEDULES = [
    # name, component, arguments, the scheduler of an optimizer
    ("exponential.gamma", "ExponentialLR", {"gamma": 0.95}, None),
    ("step", "StepLR", {"step_size": 5, "gamma": 0.5}, None),
    ("milestones", "MultiStepLR", {"milestones": [10, 30, 31], "gamma": 0.1}, None),
    ("cosine", "CosineAnnealingLR", {"T_max": 60, "eta_min": 0.001}, None),
    ("cosine.periods", "CosineAnnealingLR", {"T_max": 25, "eta_min": 0.0}, None),
    ("warm_up", "LinearLR", {"start_factor": 0.1, "end_factor": 1.0, "total_iters": 10}, None),
    ("one_cycle", "OneCycleLR", {"max_lr": 0.5, "total_steps": 60, "pct_start": 0.3, "anneal_strategy": "cos",
                                 "div_factor": 25.0, "final_div_factor": 1e4, "cycle_momentum": False}, None),
    ("one_cycle.linear", "OneCycleLR", {"max_lr": 0.5, "total_steps": 60, "pct_start": 0.4,
                                        "anneal_strategy": "linear", "three_phase": True, "cycle_momentum": False},
     None),
    ("chained.sequence", "SequentialLR", {"first": "LinearLR(0.1, 1.0, 10)", "then": "CosineAnnealingLR(50)",
                                          "milestones": [10]},
     lambda o: S.SequentialLR(o, [S.LinearLR(o, 0.1, 1.0, 10), S.CosineAnnealingLR(o, 50)], [10])),
    ("chained.product", "ChainedScheduler", {"factors": ["LinearLR(0.1, 1.0, 10)", "ExponentialLR(0.95)"]},
     lambda o: S.ChainedScheduler([S.LinearLR(o, 0.1, 1.0, 10), S.ExponentialLR(o, 0.95)])),
]

FORMULAS = [
    # the notes' own; t is the epoch
    ("exponential", "Exponential", {"k": 0.01}, lambda t: RATE * np.exp(-0.01 * t)),
    ("exponential.fast", "Exponential", {"k": 0.3}, lambda t: RATE * np.exp(-0.3 * t)),
    ("inverse", "Inverse", {"k": 0.01}, lambda t: RATE / (1 + 0.01 * t)),
    ("inverse.fast", "Inverse", {"k": 0.5}, lambda t: RATE / (1 + 0.5 * t)),
    ("manual", "Manual", {"epochs": [0, 10, 35], "rates": [0.1, 0.03, 0.002]},
     lambda t: np.select([t < 10, t < 35], [0.1, 0.03], 0.002)),
]

# Falls, stands still from epoch 12, falls a little from 25 to 32 and stands still again.
METRIC = np.concatenate([np.linspace(2, 1, 12), np.full(13, 1.0), np.linspace(0.96, 0.68, 8), np.full(27, 0.6875)])
NOISE = np.round((METRIC + numbers("schedules.noise", EPOCHS, scale=0.02)) * 1024) / 1024

# The notes' "no decrease for 3 consecutive epochs": patience 2, threshold 0. PyTorch's patience counts epochs borne.
PLATEAUS = [
    ("plateau.three_epochs", METRIC, {"mode": "min", "factor": 0.1, "patience": 2, "threshold": 0.0}),
    ("plateau.default", METRIC, {"mode": "min", "factor": 0.1, "patience": 3, "threshold": 1e-4}),
    ("plateau.noise", NOISE, {"mode": "min", "factor": 0.5, "patience": 2, "threshold": 1e-2, "cooldown": 2,
                              "min_lr": 0.004}),
    ("plateau.max", -NOISE, {"mode": "max", "factor": 0.5, "patience": 4, "threshold": 1e-3, "threshold_mode": "abs"}),
]


def cases():
    epochs = np.arange(EPOCHS)
    for name, component, arguments, rate in FORMULAS:
        yield schedule(name, component, arguments, {}, rate(epochs))
    for name, component, arguments, make in SCHEDULES:
        make = make or (lambda o: getattr(S, component)(o, **arguments))
        yield schedule(name, component, arguments, {}, rates(make, []))
    for name, metric, arguments in PLATEAUS:
        yield schedule(name, "ReduceLROnPlateau", arguments, {"metric": metric},
                       rates(lambda o: S.ReduceLROnPlateau(o, **arguments, eps=0), metric))


def schedule(name, component, arguments, inputs, values):
    return record(name, component, {"lr": RATE, **arguments}, inputs,
                  float64={"outputs": tensors({"rate": np.asarray(values, float)})})


def rates(make, metric):
    """The metric of an epoch is told to the schedule at that epoch's end."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=RATE)
    scheduler = make(optimizer)
    values = []
    for epoch in range(EPOCHS):
        values.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if epoch < EPOCHS - 1:
            scheduler.step(*metric[epoch:epoch + 1])
    return values
