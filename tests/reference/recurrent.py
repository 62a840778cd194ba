"""Recurrent layers, batch first, and their cells. Packed: each row of the batch has a length of its own."""
import numpy as np
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from support import case, numbers

SIZES = {"input_size": 2, "hidden_size": 3}
DEEP = {"num_layers": 2}
BOTH = {"bidirectional": True}

LAYERS = [
    # name, class, arguments, lengths of the rows, initial state given?
    ("rnn", nn.RNN, {}, None, False),
    ("rnn.relu", nn.RNN, {"nonlinearity": "relu"}, None, True),
    ("rnn.no_bias", nn.RNN, {"bias": False}, None, False),
    ("rnn.deep", nn.RNN, DEEP | BOTH, None, True),
    ("rnn.packed", nn.RNN, {}, [4, 1, 3], False),
    ("lstm", nn.LSTM, {}, None, False),
    ("lstm.state", nn.LSTM, {}, None, True),
    ("lstm.layers", nn.LSTM, DEEP, None, False),
    ("lstm.bidirectional", nn.LSTM, BOTH, None, True),
    ("lstm.deep", nn.LSTM, DEEP | BOTH, None, False),
    ("lstm.packed", nn.LSTM, BOTH, [2, 4, 3], True),
    ("gru", nn.GRU, {}, None, False),
    ("gru.state", nn.GRU, {}, None, True),
    ("gru.layers", nn.GRU, DEEP, None, False),
    ("gru.deep", nn.GRU, DEEP | BOTH, None, True),
    ("gru.packed", nn.GRU, BOTH, [2, 4, 3], False),
]

CELLS = [("rnn_cell", nn.RNNCell), ("lstm_cell", nn.LSTMCell), ("gru_cell", nn.GRUCell)]


def cases():
    for name, kind, extra, lengths, state in LAYERS:
        arguments = {**SIZES, **extra, "batch_first": True}
        batch = 3 if lengths else 2
        inputs = {"x": numbers(f"{name}.x", batch, 4, SIZES["input_size"])}
        if lengths:
            inputs["lengths"] = np.array(lengths)
        if state:
            depth = arguments.get("num_layers", 1) * (1 + arguments.get("bidirectional", False))
            inputs |= states(name, kind is nn.LSTM, depth, batch, SIZES["hidden_size"])
        yield case(name, kind.__name__, run, inputs, arguments, lambda: kind(**arguments), scale=0.75)
    for name, kind in CELLS:
        inputs = {"x": numbers(f"{name}.x", 2, SIZES["input_size"])}
        inputs |= states(name, kind is nn.LSTMCell, 2, SIZES["hidden_size"])
        yield case(name, kind.__name__, step, inputs, SIZES, lambda: kind(**SIZES), scale=0.75)


def states(name, has_cell, *shape):
    return {key: numbers(f"{name}.{key}", *shape, scale=1) for key in (["h_0", "c_0"] if has_cell else ["h_0"])}


def run(net, x, lengths=None, h_0=None, c_0=None):
    """y: [batch, time, directions · hidden], 0 beyond a row's end. h_n, c_n: [layers · directions, batch, hidden]."""
    state = h_0 if c_0 is None else (h_0, c_0)
    if lengths is not None:
        x = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
    y, last = net(x, state)
    if lengths is not None:
        y = pad_packed_sequence(y, batch_first=True)[0]
    return {"y": y, **named(last)}


def step(net, x, h_0, c_0=None):
    return named(net(x, h_0 if c_0 is None else (h_0, c_0)))


def named(state):
    return {"h_n": state[0], "c_n": state[1]} if isinstance(state, tuple) else {"h_n": state}
