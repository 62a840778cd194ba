"""Activations: value, gradient from above and derivative over a grid that holds the corners and the saturated ends."""
import numpy as np
import torch
import torch.nn.functional as F

from support import case, numbers

GRID = np.concatenate([
    [0, 1e-8, -1e-8, 0.5, -0.5, 1, -1, 5, -5, 20, -20, 100, -100],
    numbers("activations.grid", 11, scale=3),
]).reshape(4, 6)

ELEMENTWISE = [
    # name, component, function, arguments
    ("identity", "Identity", lambda x: x * 1, {}),
    ("step", "Step", lambda x, threshold: (x > threshold).to(x.dtype) + 0 * x, {"threshold": 0.5}),  # 1 where x > θ
    ("threshold", "Threshold", F.threshold, {"threshold": 0.5, "value": -2.0}),
    ("sigmoid", "Sigmoid", torch.sigmoid, {}),
    ("tanh", "Tanh", torch.tanh, {}),
    ("hardtanh", "Hardtanh", F.hardtanh, {"min_val": -1.0, "max_val": 1.0}),
    ("hardtanh.wide", "Hardtanh", F.hardtanh, {"min_val": -2.0, "max_val": 5.0}),
    ("relu", "ReLU", F.relu, {}),
    ("leaky_relu", "LeakyReLU", F.leaky_relu, {"negative_slope": 0.01}),
    ("leaky_relu.steep", "LeakyReLU", F.leaky_relu, {"negative_slope": 0.2}),
    ("elu", "ELU", F.elu, {"alpha": 1.0}),
    ("elu.alpha", "ELU", F.elu, {"alpha": 0.5}),
    ("selu", "SELU", F.selu, {}),
    ("silu", "SiLU", F.silu, {}),
    ("gelu", "GELU", F.gelu, {"approximate": "none"}),
    ("gelu.tanh", "GELU", F.gelu, {"approximate": "tanh"}),
    ("softplus", "Softplus", F.softplus, {"beta": 1.0, "threshold": 20.0}),
    ("softplus.beta", "Softplus", F.softplus, {"beta": 2.5, "threshold": 20.0}),
    ("log_sigmoid", "LogSigmoid", F.logsigmoid, {}),
]

# Rows that are far apart, equal, and too large for a naive exp.
LOGITS = np.array([[2, 1, 0.1], [0, 0, 0], [1000, 999, -1000], [-5, 20, 0.5], [-100, -101, -99]])

ROWS = [
    ("softmax", "Softmax", F.softmax, LOGITS, {"dim": -1}),
    ("softmax.columns", "Softmax", F.softmax, numbers("softmax.columns", 4, 3), {"dim": 0}),
    ("softmax.middle", "Softmax", F.softmax, numbers("softmax.middle", 2, 3, 4), {"dim": 1}),
    ("log_softmax", "LogSoftmax", F.log_softmax, LOGITS, {"dim": -1}),
    ("log_softmax.columns", "LogSoftmax", F.log_softmax, numbers("log_softmax.columns", 4, 3), {"dim": 0}),
]


def largest(x):
    """Many to one: the largest of a row. The gradient goes to it alone, to the first of equals."""
    return torch.gather(x, -1, torch.tensor(x.detach().numpy().argmax(-1))[..., None])[..., 0]


def maxout(x, pieces):
    """[batch, features · pieces] → [batch, features]: each output is the largest of `pieces` neighbouring inputs."""
    return largest(x.reshape(*x.shape[:-1], -1, pieces))


def cases():
    for name, component, function, arguments in ELEMENTWISE:
        yield case(name, component, lambda _, x: function(x, **arguments), {"x": GRID}, arguments, derivative=True)
    for name, component, function, x, arguments in ROWS:
        yield case(name, component, lambda _, x: function(x, **arguments), {"x": x}, arguments)
    yield from prelu()
    ties = {"x": [[3, 7, 5], [2.0, 2, 1], [-1, -4, -1]]}
    yield case("max", "Max", lambda _, x: largest(x), ties, {"dim": -1})
    yield case("max.shared", "AMax", lambda _, x: x.amax(-1), ties, {"dim": -1})  # equals share the gradient
    yield case("maxout", "Maxout", lambda _, x: maxout(x, 3), {"x": numbers("maxout", 4, 6)}, {"pieces": 3})


def prelu():
    for name, x, arguments in [
        ("prelu", GRID, {"num_parameters": 1, "init": 0.25}),
        ("prelu.channels", numbers("prelu", 2, 3, 4), {"num_parameters": 3, "init": 0.25}),
    ]:
        yield case(name, "PReLU", lambda net, x: net(x), {"x": x}, arguments, lambda: torch.nn.PReLU(**arguments))
