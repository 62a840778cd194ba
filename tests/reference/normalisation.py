"""Normalising layers. Batch norm in training sees two batches before the one that is compared."""
import torch
from torch import nn

from support import case, numbers


class RMSNorm(nn.Module):
    """y = x / √(mean(x²) + ε) · weight, over the last axis. PyTorch 1.13 has none of its own."""

    def __init__(self, normalized_shape, eps):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(normalized_shape))
        self.eps = eps

    def forward(self, x):
        return x / torch.sqrt((x * x).mean(-1, keepdim=True) + self.eps) * self.weight


BATCH_NORM = [
    # name, class, arguments, shape of x
    ("batch_norm1d", nn.BatchNorm1d, {"num_features": 3}, [4, 3]),
    ("batch_norm1d.sequence", nn.BatchNorm1d, {"num_features": 3}, [2, 3, 5]),
    ("batch_norm1d.not_affine", nn.BatchNorm1d, {"num_features": 3, "eps": 1e-3, "momentum": 0.3, "affine": False},
     [4, 3]),
    ("batch_norm2d", nn.BatchNorm2d, {"num_features": 2}, [3, 2, 2, 3]),
    ("batch_norm2d.momentum", nn.BatchNorm2d, {"num_features": 2, "eps": 1e-3, "momentum": 0.5}, [2, 2, 3, 2]),
]

OTHERS = [
    ("layer_norm", nn.LayerNorm, {"normalized_shape": [4]}, [3, 4]),
    ("layer_norm.two_axes", nn.LayerNorm, {"normalized_shape": [3, 4]}, [2, 3, 4]),
    ("layer_norm.rank3", nn.LayerNorm, {"normalized_shape": [4], "eps": 1e-3}, [2, 3, 4]),
    ("layer_norm.not_affine", nn.LayerNorm, {"normalized_shape": [4], "elementwise_affine": False}, [3, 4]),
    ("group_norm", nn.GroupNorm, {"num_groups": 2, "num_channels": 4}, [2, 4, 3]),
    ("group_norm.one_group", nn.GroupNorm, {"num_groups": 1, "num_channels": 4}, [2, 4, 2, 2]),
    ("group_norm.instance", nn.GroupNorm, {"num_groups": 3, "num_channels": 3, "affine": False}, [2, 3, 2, 3]),
    ("rms_norm", RMSNorm, {"normalized_shape": [4], "eps": 1e-5}, [3, 4]),
    ("rms_norm.rank3", RMSNorm, {"normalized_shape": [4], "eps": 1e-2}, [2, 3, 4]),
]


def cases():
    for name, kind, arguments, shape in BATCH_NORM:
        batches = {key: numbers(f"{name}.{key}", *shape) for key in ("before1", "before2", "x")}
        yield case(f"{name}.train", kind.__name__, third_batch, batches, arguments, lambda: kind(**arguments),
                   gradients=["x"])
        yield case(f"{name}.eval", kind.__name__, lambda net, x: net(x), {"x": batches["x"]}, arguments,
                   lambda: kind(**arguments).eval())
    for name, kind, arguments, shape in OTHERS:
        yield case(name, kind.__name__, lambda net, x: net(x), {"x": numbers(f"{name}.x", *shape)}, arguments,
                   lambda: kind(**arguments))


def third_batch(net, before1, before2, x):
    """Running statistics start at 0 and 1; each batch moves them towards its own (the variance unbiased)."""
    net(before1)
    net(before2)
    return net(x)
