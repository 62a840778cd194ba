"""Attention and transformer blocks, batch first, dropout 0. Masks are true where a key may be looked at ("keep")."""
import math

import numpy as np
import torch
from torch import nn

from support import case, numbers

CAUSAL = np.tril(np.ones((3, 3), bool))
KEEP = np.array([[True, False, True, True], [True, True, False, True], [False, True, True, True]])
PADDED = np.array([[True, True, True], [True, True, False]])  # the second row of the batch has two tokens
MEMORY_PADDED = np.array([[True, True, True, False], [True, True, True, True]])


def scaled_dot_product(_, q, k, v, keep=None):
    """softmax(QKᵀ/√d) V, where keys that are not kept get −∞ before the softmax."""
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if keep is not None:
        scores = scores.masked_fill(~keep, -math.inf)
    weights = torch.softmax(scores, -1)
    return {"y": weights @ v, "weights": weights.detach()}


def cases():
    yield from dot_products()
    yield from multi_heads()
    yield from transformers()
    for length, width in (6, 4), (3, 8):
        yield case(f"positions.{width}", "SinusoidalPositions", lambda _, x: x + positions(length, width, x.dtype),
                   {"x": np.zeros((length, width))}, {"length": length, "width": width})


def dot_products():
    for name, batch, queries, keys, extra in [
        ("attention", [2], 3, 3, {}), ("attention.heads", [2, 2], 3, 4, {}), ("attention.matrix", [], 3, 4, {}),
        ("attention.causal", [2], 3, 3, {"keep": CAUSAL}), ("attention.keep", [2], 3, 4, {"keep": KEEP}),
    ]:
        inputs = {"q": numbers(f"{name}.q", *batch, queries, 2), "k": numbers(f"{name}.k", *batch, keys, 2),
                  "v": numbers(f"{name}.v", *batch, keys, 3), **extra}
        yield case(name, "ScaledDotProductAttention", scaled_dot_product, inputs,
                   {"causal": True} if name.endswith("causal") else {})


def multi_heads():
    size = {"embed_dim": 4, "num_heads": 2}
    other = {"kdim": 3, "vdim": 2}
    for name, arguments, keys, extra in [
        ("multihead", size, None, {}),
        ("multihead.no_bias", size | {"bias": False}, None, {}),
        ("multihead.causal", size, None, {"keep": CAUSAL}),
        ("multihead.padded", size, None, {"keys_kept": PADDED}),
        ("multihead.cross", size, 4, {}),
        ("multihead.other_widths", size | other, 4, {}),
    ]:
        inputs = {"query": numbers(f"{name}.query", 2, 3, 4)}
        if keys:
            inputs["key"] = numbers(f"{name}.key", 2, keys, arguments.get("kdim", 4))
            inputs["value"] = numbers(f"{name}.value", 2, keys, arguments.get("vdim", 4))
        yield case(name, "MultiheadAttention", multi_head, inputs | extra, arguments | {"batch_first": True},
                   lambda: nn.MultiheadAttention(**arguments, batch_first=True))


def multi_head(net, query, key=None, value=None, keep=None, keys_kept=None):
    """weights: the mean over the heads. PyTorch's own masks are true where a key is *not* looked at."""
    y, weights = net(query, query if key is None else key, query if value is None else value,
                     attn_mask=refused(keep), key_padding_mask=refused(keys_kept))
    return {"y": y, "weights": weights.detach()}


def refused(keep):
    return None if keep is None else ~keep


def transformers():
    size = {"d_model": 4, "nhead": 2, "dim_feedforward": 6, "dropout": 0.0, "batch_first": True}
    for name, extra, masks in [
        ("encoder_layer", {}, {}),
        ("encoder_layer.norm_first", {"norm_first": True, "activation": "gelu"}, {}),
        ("encoder_layer.masked", {"activation": "gelu"}, {"keep": CAUSAL, "keys_kept": PADDED}),
    ]:
        arguments = size | extra
        yield case(name, "TransformerEncoderLayer", encode, {"x": numbers(f"{name}.x", 2, 3, 4)} | masks, arguments,
                   lambda: nn.TransformerEncoderLayer(**arguments))
    for name, extra, masks in [
        ("decoder_layer", {}, {"keep": CAUSAL}),
        ("decoder_layer.norm_first", {"norm_first": True, "activation": "gelu"}, {"keep": CAUSAL}),
        ("decoder_layer.padded", {}, {"keep": CAUSAL, "keys_kept": PADDED, "memory_kept": MEMORY_PADDED}),
    ]:
        arguments = size | extra
        inputs = {"x": numbers(f"{name}.x", 2, 3, 4), "memory": numbers(f"{name}.memory", 2, 4, 4)}
        yield case(name, "TransformerDecoderLayer", decode, inputs | masks, arguments,
                   lambda: nn.TransformerDecoderLayer(**arguments))


def encode(net, x, keep=None, keys_kept=None):
    return net(x, src_mask=refused(keep), src_key_padding_mask=refused(keys_kept))


def decode(net, x, memory, keep, keys_kept=None, memory_kept=None):
    return net(x, memory, tgt_mask=refused(keep), tgt_key_padding_mask=refused(keys_kept),
               memory_key_padding_mask=refused(memory_kept))


def positions(length, width, dtype):
    """PE(p, 2i) = sin(p / 10000^(2i/d)),  PE(p, 2i + 1) = cos of the same."""
    p, i = np.arange(length)[:, None], np.arange(width) // 2 * 2
    angle = p / 10000 ** (i / width)
    return torch.tensor(np.where(np.arange(width) % 2 == 0, np.sin(angle), np.cos(angle)), dtype=dtype)
