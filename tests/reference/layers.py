"""Layers without memory: linear, flatten, embedding, convolutions, pools."""
import numpy as np
from torch import nn

from support import case, numbers

LINEAR = [
    # name, class, arguments, shape of x
    ("linear", nn.Linear, {"in_features": 3, "out_features": 2}, [4, 3]),
    ("linear.no_bias", nn.Linear, {"in_features": 3, "out_features": 2, "bias": False}, [4, 3]),
    ("linear.vector", nn.Linear, {"in_features": 3, "out_features": 2}, [3]),
    ("linear.rank3", nn.Linear, {"in_features": 3, "out_features": 2}, [2, 4, 3]),
    ("linear.one", nn.Linear, {"in_features": 1, "out_features": 1}, [1, 1]),
    ("flatten", nn.Flatten, {"start_dim": 1, "end_dim": -1}, [2, 3, 2, 2]),
    ("flatten.middle", nn.Flatten, {"start_dim": 1, "end_dim": 2}, [2, 3, 2, 2]),
]

CONVOLUTION = [
    ("conv1d", nn.Conv1d, {"in_channels": 2, "out_channels": 3, "kernel_size": 3}, [2, 2, 7]),
    ("conv1d.stride", nn.Conv1d, {"in_channels": 2, "out_channels": 3, "kernel_size": 3, "stride": 2, "padding": 1},
     [2, 2, 8]),
    ("conv1d.dilation", nn.Conv1d, {"in_channels": 2, "out_channels": 2, "kernel_size": 3, "dilation": 2, "padding": 2,
                                    "bias": False}, [2, 2, 7]),
    ("conv1d.groups", nn.Conv1d, {"in_channels": 4, "out_channels": 6, "kernel_size": 2, "groups": 2}, [1, 4, 5]),
    ("conv2d", nn.Conv2d, {"in_channels": 2, "out_channels": 3, "kernel_size": 3}, [2, 2, 5, 4]),
    ("conv2d.no_bias", nn.Conv2d, {"in_channels": 2, "out_channels": 1, "kernel_size": 2, "bias": False}, [1, 2, 3, 3]),
    ("conv2d.padding", nn.Conv2d, {"in_channels": 1, "out_channels": 2, "kernel_size": 3, "padding": 1}, [2, 1, 4, 4]),
    ("conv2d.stride", nn.Conv2d, {"in_channels": 2, "out_channels": 2, "kernel_size": 3, "stride": 2, "padding": 1},
     [1, 2, 6, 5]),
    ("conv2d.uneven", nn.Conv2d, {"in_channels": 2, "out_channels": 2, "kernel_size": [2, 3], "stride": [2, 1],
                                  "padding": [1, 2], "dilation": [1, 2]}, [1, 2, 5, 6]),
    ("conv2d.dilation", nn.Conv2d, {"in_channels": 1, "out_channels": 2, "kernel_size": 3, "dilation": 2},
     [1, 1, 7, 6]),
    ("conv2d.groups", nn.Conv2d, {"in_channels": 4, "out_channels": 2, "kernel_size": 3, "groups": 2, "padding": 1},
     [1, 4, 4, 4]),
    ("conv2d.depthwise", nn.Conv2d, {"in_channels": 3, "out_channels": 6, "kernel_size": 3, "groups": 3, "padding": 1},
     [1, 3, 4, 4]),
    ("conv2d.pointwise", nn.Conv2d, {"in_channels": 3, "out_channels": 2, "kernel_size": 1}, [2, 3, 3, 2]),
    ("conv2d.left_over", nn.Conv2d, {"in_channels": 1, "out_channels": 1, "kernel_size": 2, "stride": 3}, [1, 1, 7, 6]),
    ("conv_transpose2d", nn.ConvTranspose2d, {"in_channels": 2, "out_channels": 3, "kernel_size": 3}, [2, 2, 3, 2]),
    ("conv_transpose2d.stride", nn.ConvTranspose2d, {"in_channels": 2, "out_channels": 2, "kernel_size": 4, "stride": 2,
                                                     "padding": 1}, [1, 2, 3, 3]),
    ("conv_transpose2d.output_padding", nn.ConvTranspose2d,
     {"in_channels": 2, "out_channels": 1, "kernel_size": 3, "stride": 2, "padding": 1, "output_padding": 1},
     [1, 2, 3, 4]),
    ("conv_transpose2d.groups", nn.ConvTranspose2d, {"in_channels": 4, "out_channels": 4, "kernel_size": 2, "stride": 2,
                                                     "groups": 2, "bias": False}, [1, 4, 2, 3]),
    ("conv_transpose2d.dilation", nn.ConvTranspose2d, {"in_channels": 1, "out_channels": 2, "kernel_size": 2,
                                                       "dilation": 2}, [1, 1, 3, 3]),
]

POOLING = [
    ("max_pool1d", nn.MaxPool1d, {"kernel_size": 2}, [2, 2, 7]),
    ("max_pool1d.overlap", nn.MaxPool1d, {"kernel_size": 3, "stride": 1, "padding": 1}, [1, 2, 6]),
    ("max_pool2d", nn.MaxPool2d, {"kernel_size": 2}, [2, 2, 4, 4]),
    ("max_pool2d.overlap", nn.MaxPool2d, {"kernel_size": 3, "stride": 2, "padding": 1}, [1, 2, 6, 5]),
    ("max_pool2d.uneven", nn.MaxPool2d, {"kernel_size": [2, 3], "stride": [1, 2]}, [1, 1, 4, 7]),
    ("avg_pool1d", nn.AvgPool1d, {"kernel_size": 3, "stride": 2}, [2, 2, 7]),
    ("avg_pool2d", nn.AvgPool2d, {"kernel_size": 2}, [2, 2, 4, 5]),
    ("avg_pool2d.padding", nn.AvgPool2d, {"kernel_size": 3, "stride": 2, "padding": 1, "count_include_pad": True},
     [1, 2, 5, 5]),
    ("avg_pool2d.padding_not_counted", nn.AvgPool2d, {"kernel_size": 3, "stride": 2, "padding": 1,
                                                      "count_include_pad": False}, [1, 2, 5, 5]),
    ("adaptive_avg_pool1d", nn.AdaptiveAvgPool1d, {"output_size": 3}, [2, 2, 7]),
    ("adaptive_avg_pool2d", nn.AdaptiveAvgPool2d, {"output_size": [2, 3]}, [1, 2, 5, 7]),
    ("adaptive_avg_pool2d.one", nn.AdaptiveAvgPool2d, {"output_size": [1, 1]}, [2, 3, 4, 3]),
]

EMBEDDING = [
    ("embedding", {"num_embeddings": 5, "embedding_dim": 3}),
    ("embedding.padding_idx", {"num_embeddings": 5, "embedding_dim": 3, "padding_idx": 0}),
]


def linear():
    yield from plain(LINEAR)
    for name, arguments in EMBEDDING:
        yield layer(name, nn.Embedding, arguments, np.array([[1, 0, 4], [1, 1, 0]]))


def convolution():
    yield from plain(CONVOLUTION)


def pooling():
    yield from plain(POOLING)
    ties = np.array([[[[1, 1, 0, 2], [1, 1, 2, 2], [-1, -1, 0, 0], [-2, -1, 0, 0]]]], float)
    yield layer("max_pool2d.ties", nn.MaxPool2d, {"kernel_size": 2}, ties)


def plain(table):
    for name, kind, arguments, shape in table:
        yield layer(name, kind, arguments, numbers(f"{name}.x", *shape))


def layer(name, kind, arguments, x):
    return case(name, kind.__name__, lambda net, x: net(x), {"x": x}, arguments, lambda: kind(**arguments))
