"""Optimizers: 20 steps from a fixed start. Kept: the bowl's whole path; the network's losses and last parameters."""
import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_

from problems import Bowl, Regression
from support import DTYPES, numbers, record, tensors

STEPS = 20
O = torch.optim

OPTIMIZERS = [
    # name, component, class, arguments; the arguments are written as PyTorch spells them
    ("sgd", "SGD", O.SGD, {"lr": 0.1}),
    ("sgd.momentum", "SGD", O.SGD, {"lr": 0.05, "momentum": 0.9}),
    ("sgd.dampening", "SGD", O.SGD, {"lr": 0.1, "momentum": 0.9, "dampening": 0.5}),
    ("sgd.nesterov", "SGD", O.SGD, {"lr": 0.05, "momentum": 0.9, "nesterov": True}),
    ("sgd.weight_decay", "SGD", O.SGD, {"lr": 0.1, "weight_decay": 0.1}),
    ("sgd.momentum_weight_decay", "SGD", O.SGD, {"lr": 0.05, "momentum": 0.9, "weight_decay": 0.1}),
    ("adagrad", "Adagrad", O.Adagrad, {"lr": 0.5, "eps": 1e-10}),
    ("adagrad.lr_decay", "Adagrad", O.Adagrad, {"lr": 0.5, "lr_decay": 0.1, "eps": 1e-10}),
    ("rmsprop", "RMSprop", O.RMSprop, {"lr": 0.05, "alpha": 0.99, "eps": 1e-8}),
    ("rmsprop.fast", "RMSprop", O.RMSprop, {"lr": 0.05, "alpha": 0.9, "eps": 1e-8, "momentum": 0.5}),
    ("adam", "Adam", O.Adam, {"lr": 0.1, "betas": (0.9, 0.999), "eps": 1e-8}),
    ("adam.weight_decay", "Adam", O.Adam, {"lr": 0.1, "betas": (0.8, 0.99), "eps": 1e-6, "weight_decay": 0.1}),
    ("adam.amsgrad", "Adam", O.Adam, {"lr": 0.1, "betas": (0.9, 0.99), "eps": 1e-8, "amsgrad": True}),
    ("adamw", "AdamW", O.AdamW, {"lr": 0.1, "betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": 0.1}),
    ("adamw.amsgrad", "AdamW", O.AdamW, {"lr": 0.1, "betas": (0.9, 0.99), "eps": 1e-8, "weight_decay": 0.1,
                                        "amsgrad": True}),
]

LBFGS = [
    ("lbfgs", {"lr": 0.5, "max_iter": 2, "history_size": 5}),
    ("lbfgs.strong_wolfe", {"lr": 1.0, "max_iter": 2, "history_size": 5, "line_search_fn": "strong_wolfe"}),
]

CLIPPERS = [
    ("clip.norm", "ClipGradNorm", lambda parameters: clip_grad_norm_(parameters, 0.25), {"max_norm": 0.25}),
    ("clip.value", "ClipGradValue", lambda parameters: clip_grad_value_(parameters, 0.05), {"clip_value": 0.05}),
]


def cases():
    for problem in Bowl, Regression:
        suffix = problem.__name__.lower()
        for name, component, optimizer, arguments in OPTIMIZERS:
            yield follow(f"{name}.{suffix}", component, problem, lambda p: optimizer(p, **arguments), arguments)
        for name, arguments in LBFGS:
            yield follow(f"{name}.{suffix}", "LBFGS", problem, lambda p: O.LBFGS(p, **arguments), arguments, steps=4)
    yield groups()
    for name, component, clip, arguments in CLIPPERS:
        yield follow(f"{name}.regression", component, Regression, lambda p: O.SGD(p, lr=0.5), {"lr": 0.5, **arguments},
                     clip=clip)
    yield from clipped()


def follow(name, component, problem, make, arguments, steps=STEPS, clip=None):
    """outputs.loss: before the first step and after each. outputs.path (bowl only): w after each step."""
    results = {}
    for precision, dtype in DTYPES.items():
        net = problem().to(dtype)
        start = tensors(dict(net.named_parameters()))
        optimizer = make(net.parameters())
        losses, path = [], []

        def closure():
            optimizer.zero_grad()
            loss = net.loss()
            loss.backward()
            if clip:
                clip(net.parameters())
            return loss

        for _ in range(steps):
            losses.append(optimizer.step(closure).detach())
            path.append(next(net.parameters()).detach().clone())
        losses.append(net.loss().detach())
        outputs = {"loss": torch.stack(losses), **({"path": torch.stack(path)} if problem is Bowl else {})}
        results[precision] = {"outputs": tensors(outputs), "updated": tensors(dict(net.named_parameters()))}
    shown = {**arguments, "problem": problem.__name__.lower(), "steps": steps}
    return record(name, component, shown, problem.inputs, parameters=start, **results)


def groups():
    """Parameter groups: the first layer has a rate of its own and no decay, the second takes the defaults."""
    own = {"lr": 0.02, "weight_decay": 0.0}
    defaults = {"lr": 0.1, "momentum": 0.5, "weight_decay": 0.1}

    def make(parameters):
        weight, bias, *rest = parameters
        return O.SGD([{"params": [weight, bias], **own}, {"params": rest}], **defaults)

    return follow("sgd.groups.regression", "SGD", Regression, make, {**defaults, "first_layer": own})


def clipped():
    """A clip alone, on gradients that are given. outputs: the gradients after it, and the norm before it."""
    given = {"a": numbers("clip.a", 3, 2), "b": numbers("clip.b", 4)}
    for name, component, clip, arguments in CLIPPERS:
        results = {}
        for precision, dtype in DTYPES.items():
            parameters = {k: torch.nn.Parameter(torch.zeros(v.shape, dtype=dtype)) for k, v in given.items()}
            for key, parameter in parameters.items():
                parameter.grad = torch.tensor(given[key], dtype=dtype)
            norm = clip(parameters.values())
            outputs = {key: p.grad for key, p in parameters.items()}
            results[precision] = {"outputs": tensors({**outputs, **({} if norm is None else {"norm": norm})})}
        yield record(name, component, arguments, given, **results)
