"""What every family shares: pseudo-random numbers, one case run in float32 and float64, and the JSON that is written.

A case's inputs are numbers that float32 holds exactly, so that both precisions start from the same ones.
"""
import json
import os
import zlib

import numpy as np
import torch

DTYPES = {"float32": torch.float32, "float64": torch.float64}
LEARNING_RATE = 0.1


def numbers(name, *shape, scale=2.0):
    """Multiples of 1/1024 in ±scale: short to write, exact in float32, always the same for the same name."""
    generator = np.random.Generator(np.random.PCG64(zlib.crc32(name.encode())))
    return generator.integers(-1024, 1025, shape) / 1024 * scale


def exact(values):
    """The nearest numbers that float32 holds."""
    return np.asarray(np.asarray(values, np.float32), np.float64)


def tensor(values):
    """A tensor as JSON: its shape, its numbers in row-major order and, unless they are floats, their type."""
    array = np.array(values.detach() if isinstance(values, torch.Tensor) else values)  # a copy: a step writes in place
    kind = {"b": {"type": "bool"}, "i": {"type": "int64"}}.get(array.dtype.kind, {})
    return {"shape": list(array.shape), **kind, "data": Numbers(array)}


class Numbers:
    """The shortest text that reads back as the same number of the same type: at most 9 digits or 17."""

    def __init__(self, array):
        self.array = array

    def __str__(self):
        return "[" + ",".join(self.text(v) for v in self.array.ravel()) + "]"

    @staticmethod
    def text(value):
        if value.dtype.kind != "f":
            return str(int(value))
        if not np.isfinite(value):
            return {"inf": '"Infinity"', "-inf": '"-Infinity"', "nan": '"NaN"'}[str(value)]
        text = str(value)
        return text[:-2] if text.endswith(".0") else text


def tensors(named):
    return {name: tensor(values) for name, values in named.items()}


def record(name, component, arguments=None, inputs=None, **more):
    """A case, without the parts that are empty."""
    parts = {"arguments": arguments, "inputs": tensors(inputs or {}), **more}
    return {"name": name, "component": component, **{key: part for key, part in parts.items() if part}}


def fill(module, name, scale):
    """Gives every parameter of a module numbers of its own; in evaluation its running statistics too."""
    named = dict(module.named_parameters() if module.training else module.state_dict())
    with torch.no_grad():
        for key, value in named.items():
            if value.dtype.is_floating_point:
                fresh = numbers(f"{name}.{key}", *value.shape, scale=scale)
                value.copy_(torch.tensor(np.abs(fresh) + 0.5 if key.endswith("running_var") else fresh))
        for layer in module.modules():
            if isinstance(layer, torch.nn.Embedding) and layer.padding_idx is not None:
                layer.weight[layer.padding_idx] = 0


def case(name, component, call, inputs, arguments=None, module=None, scale=1.0, gradients=None, derivative=False):
    """Runs call(module, **inputs) in both precisions: forward, backward from a fixed upstream gradient, one SGD step.

    gradients: the inputs whose gradient is wanted (all floating-point ones, unless told).
    derivative: also write the derivative itself, for functions that work element by element.
    """
    inputs = {key: exact(v) if np.asarray(v).dtype.kind == "f" else np.asarray(v) for key, v in inputs.items()}
    wanted = [k for k, v in inputs.items() if v.dtype.kind == "f"] if gradients is None else gradients
    results = {}
    for precision, dtype in DTYPES.items():
        net = (module or torch.nn.Module)().to(dtype)
        fill(net, name, scale)
        start = state(net)
        leaves = {key: torch.tensor(v, dtype=dtype if v.dtype.kind == "f" else None) for key, v in inputs.items()}
        for key in wanted:
            leaves[key].requires_grad_()
        outputs = call(net, **leaves)
        outputs = outputs if isinstance(outputs, dict) else {"y": outputs}
        upstream = {k: numbers(f"{name}.{k}.upstream", *v.shape) for k, v in outputs.items() if v.requires_grad}
        above = [torch.tensor(u, dtype=dtype) for u in upstream.values()]
        torch.autograd.backward([outputs[k] for k in upstream], above, retain_graph=derivative)
        result = {"outputs": tensors(outputs), "input_gradients": tensors({k: leaves[k].grad for k in wanted})}
        if derivative:
            result["derivative"] = tensor(slope(outputs["y"], leaves["x"]))
        results[precision] = result | after_one_step(net)
    return record(name, component, arguments, inputs, **start, upstream=tensors(upstream), **results)


def state(net):
    """Parameters and buffers by their dotted names."""
    return {"parameters": tensors(dict(net.named_parameters())), "buffers": tensors(dict(net.named_buffers()))}


def slope(output, leaf):
    return torch.autograd.grad(output, leaf, torch.ones_like(output))[0]


def after_one_step(net):
    """The parameters' gradients, the parameters after a step of plain SGD, and the buffers."""
    parameters = dict(net.named_parameters())
    gradients = tensors({key: p.grad for key, p in parameters.items()})
    if parameters:
        torch.optim.SGD(parameters.values(), lr=LEARNING_RATE).step()
    after = state(net)
    parts = {"parameter_gradients": gradients, "updated": after["parameters"], "buffers": after["buffers"]}
    return {key: part for key, part in parts.items() if part}


def write(path, document):
    """Writes a document under a temporary name, then renames it."""
    temporary = path + ".tmp"
    with open(temporary, "w", encoding="utf-8", newline="\n") as file:
        file.write(text(document) + "\n")
    os.replace(temporary, path)


def text(value, depth=0):
    """JSON with a line for each tensor and each plain record, so that a change shows as one line."""
    if isinstance(value, Numbers):
        return str(value)
    if isinstance(value, dict) and not flat(value):
        pad = " " * (depth + 1)
        rows = [f"{pad}{json.dumps(key)}: {text(item, depth + 1)}" for key, item in value.items()]
        return "{\n" + ",\n".join(rows) + "\n" + " " * depth + "}"
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(key)}:{text(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        pad = " " * (depth + 1)
        return "[\n" + ",\n".join(pad + text(item, depth + 1) for item in value) + "\n" + " " * depth + "]"
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def flat(value):
    return not any(isinstance(item, dict) for item in value.values())
