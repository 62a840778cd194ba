"""Losses with each reduction, and the penalties that are added to them."""
import numpy as np
import torch
import torch.nn.functional as F

from support import case, numbers

REDUCTIONS = ["none", "mean", "sum"]

X = numbers("losses.input", 4, 3)
Y = numbers("losses.target", 4, 3)
Y[0] = X[0]  # equal: the corner of |x − y|
P = (numbers("losses.probability", 4, 3) + 2.5) / 5  # in [0.1, 0.9]
LABELS = np.array([[1.0, 0, 0.25], [0, 1, 0.5], [1, 1, 0], [0, 0, 0.75]])
EXTREME = np.array([[1e4, -1e4, 0], [100, -100, 1e-3], [20, -20, 0.5], [2, -1, -0.25]])
SIGNS = np.where(numbers("losses.signs", 4, 3) > 0, 1.0, -1.0)
MARGINS = X.copy()
MARGINS[1] = SIGNS[1]  # margin · sign = 1: the corner of the hinge
LOGITS = numbers("losses.logits", 5, 4, scale=4)
LOGITS[4] = [1e4, -1e4, 0, 9.999e3]
CLASSES = np.array([3, 0, 2, 1, 3])
SOME = np.array([3, -100, 2, 1, -100])
MANY = np.array([[0.5, 0.25, 0.125, 0.125], [0, 1, 0, 0], [0.25, 0.25, 0.25, 0.25], [0.0625, 0.1875, 0.5, 0.25]])
LOG_P = np.log(MANY[::-1] * 0.75 + 0.0625)


def hinge(x, target, reduction):
    """max(0, 1 − t·x) with t = ±1; the slope at the corner is 0."""
    return reduce(F.relu(1 - target * x), reduction)


def reduce(losses, reduction):
    return {"none": losses, "mean": losses.mean(), "sum": losses.sum()}[reduction]


PAIRS = [
    # name, component, function, input, target, arguments, reductions
    ("mse", "MSELoss", F.mse_loss, X, Y, {}, REDUCTIONS),
    ("l1", "L1Loss", F.l1_loss, X, Y, {}, REDUCTIONS),
    ("huber", "HuberLoss", F.huber_loss, X, Y, {"delta": 1.0}, REDUCTIONS),
    ("huber.delta", "HuberLoss", F.huber_loss, X, Y, {"delta": 0.25}, ["mean"]),
    ("smooth_l1", "SmoothL1Loss", F.smooth_l1_loss, X, Y, {"beta": 0.5}, REDUCTIONS),
    ("bce", "BCELoss", F.binary_cross_entropy, P, LABELS, {}, REDUCTIONS),
    ("bce.certain", "BCELoss", F.binary_cross_entropy, np.array([0, 1, 0.5]), np.array([1.0, 0, 1]), {}, ["none"]),
    ("bce_with_logits", "BCEWithLogitsLoss", F.binary_cross_entropy_with_logits, X, LABELS, {}, REDUCTIONS),
    ("bce_with_logits.extreme", "BCEWithLogitsLoss", F.binary_cross_entropy_with_logits, EXTREME, LABELS, {},
     REDUCTIONS),
    ("nll", "NLLLoss", F.nll_loss, -np.abs(LOGITS), CLASSES, {}, REDUCTIONS),
    ("nll.ignore_index", "NLLLoss", F.nll_loss, -np.abs(LOGITS), SOME, {"ignore_index": -100}, REDUCTIONS),
    ("cross_entropy", "CrossEntropyLoss", F.cross_entropy, LOGITS, CLASSES, {}, REDUCTIONS),
    ("cross_entropy.ignore_index", "CrossEntropyLoss", F.cross_entropy, LOGITS, SOME, {"ignore_index": -100},
     REDUCTIONS),
    ("cross_entropy.smooth", "CrossEntropyLoss", F.cross_entropy, LOGITS, CLASSES, {"label_smoothing": 0.1},
     REDUCTIONS),
    ("cross_entropy.smooth_ignore", "CrossEntropyLoss", F.cross_entropy, LOGITS, SOME,
     {"label_smoothing": 0.1, "ignore_index": -100}, ["mean"]),
    ("cross_entropy.probabilities", "CrossEntropyLoss", F.cross_entropy, LOGITS[:4], MANY, {}, REDUCTIONS),
    ("cross_entropy.probabilities_smooth", "CrossEntropyLoss", F.cross_entropy, LOGITS[:4], MANY,
     {"label_smoothing": 0.1}, ["mean"]),
    ("cross_entropy.positions", "CrossEntropyLoss", F.cross_entropy, numbers("losses.positions", 2, 4, 3),
     np.array([[0, 3, 1], [2, 2, 0]]), {}, REDUCTIONS),
    ("kl_div", "KLDivLoss", F.kl_div, LOG_P, MANY, {}, ["none", "batchmean", "sum"]),
    ("hinge", "HingeLoss", hinge, MARGINS, SIGNS, {}, REDUCTIONS),
]


def cases():
    for name, component, function, x, target, options, reductions in PAIRS:
        for reduction in reductions:
            arguments = {**options, "reduction": reduction}
            yield case(f"{name}.{reduction}", component, lambda _, x, target: function(x, target, **arguments),
                       {"x": x, "target": target}, arguments, gradients=["x"])
    yield from penalties()


def penalties():
    w = numbers("penalties.weight", 3, 4)
    w[0, 0] = 0
    h = (numbers("penalties.hidden", 5, 3) + 2.5) / 5
    yield case("penalty.l1", "L1", lambda _, w: 0.01 * w.abs().sum(), {"w": w}, {"strength": 0.01})
    yield case("penalty.l2", "L2", lambda _, w: 0.01 / 2 * (w * w).sum(), {"w": w}, {"strength": 0.01})
    yield case("penalty.sparsity", "KLSparsity", lambda _, h: sparsity(h, 0.05), {"h": h}, {"rho": 0.05})
    yield case("penalty.contractive", "Contractive", lambda _, **named: contractive(**named),
               {"x": numbers("contractive.x", 4, 3), "weight": numbers("contractive.weight", 2, 3),
                "bias": numbers("contractive.bias", 2)})


def sparsity(h, rho):
    """Σ_j ρ ln(ρ/ρ̂_j) + (1−ρ) ln((1−ρ)/(1−ρ̂_j)), where ρ̂_j is the mean activation of unit j over the batch."""
    mean = h.mean(0)
    return (rho * torch.log(rho / mean) + (1 - rho) * torch.log((1 - rho) / (1 - mean))).sum()


def contractive(x, weight, bias):
    """Mean over the batch of ‖∂h/∂x‖² for h = σ(xWᵀ + b): its gradient needs a derivative of a derivative."""
    h = torch.sigmoid(F.linear(x, weight, bias))
    rows = [torch.autograd.grad(h[:, j].sum(), x, create_graph=True)[0] for j in range(h.shape[1])]
    return sum((row * row).sum() for row in rows) / x.shape[0]
