"""Initialisers: fans, gain, and the bound or standard deviation. The numbers drawn cannot be compared, these can."""
import math

import numpy as np
import torch
from torch.nn import init

from support import record, tensors

SHAPES = {"linear": [256, 784], "square": [64, 64], "conv1d": [8, 4, 5], "conv2d": [16, 3, 3, 3],
          "depthwise": [8, 1, 3, 3]}
GAINS = [("linear", None), ("sigmoid", None), ("tanh", None), ("relu", None), ("leaky_relu", 0.01),
         ("leaky_relu", 0.2), ("selu", None)]


def cases():
    for nonlinearity, parameter in GAINS:
        name = nonlinearity if parameter is None else f"{nonlinearity}.{parameter}"
        arguments = {"nonlinearity": nonlinearity, **({} if parameter is None else {"param": parameter})}
        yield result(f"gain.{name}", "Gain", arguments, gain=init.calculate_gain(nonlinearity, parameter))
    for name, shape in SHAPES.items():
        fan_in, fan_out = init._calculate_fan_in_and_fan_out(torch.empty(shape))
        fans = {"fan_in": fan_in, "fan_out": fan_out}
        for gain in 1.0, 5 / 3:
            std = gain * math.sqrt(2 / (fan_in + fan_out))
            yield result(f"xavier.{name}.{gain:.3g}", "Xavier", {"shape": shape, "gain": gain}, **fans, gain=gain,
                         std=std, bound=math.sqrt(3) * std)
        for mode in fans:
            gain = init.calculate_gain("relu")
            std = gain / math.sqrt(fans[mode])
            yield result(f"kaiming.{name}.{mode}", "Kaiming", {"shape": shape, "mode": mode, "nonlinearity": "relu"},
                         **fans, gain=gain, std=std, bound=math.sqrt(3) * std)
        # PyTorch's own start of Linear and Conv layers, weight and bias: uniform in ±1/√fan_in.
        yield result(f"default.{name}", "Default", {"shape": shape}, **fans, bound=1 / math.sqrt(fan_in))


def result(name, component, arguments, **outputs):
    drawn_within(component, arguments, outputs)
    outputs = {key: np.float64(value) for key, value in outputs.items()}
    return record(name, component, arguments, float64={"outputs": tensors(outputs)})


def drawn_within(component, arguments, outputs):
    """Holds each formula against what PyTorch draws."""
    torch.manual_seed(1)
    w = torch.empty(arguments.get("shape", [1]), dtype=torch.float64)
    draw = {"Xavier": lambda: init.xavier_uniform_(w, outputs["gain"]),
            "Kaiming": lambda: init.kaiming_uniform_(w, mode=arguments["mode"], nonlinearity="relu"),
            "Default": lambda: init.kaiming_uniform_(w, a=math.sqrt(5))}.get(component)
    if draw:
        largest = draw().abs().max().item() / outputs["bound"]
        assert 1 - 20 / w.numel() < largest <= 1, (component, arguments, largest)
