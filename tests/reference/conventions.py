"""The notes' own optimizers where they differ from PyTorch's, as plain formulas in float64. g is the gradient at w."""
import numpy as np

from problems import BOWL_START
from support import record, tensors

STEPS = 20
LINE = np.array([[2, -0.5], [3, 0], [5, 1], [7, 2], [9, 3]])  # the notes' five points on y = 0.5 x − 1.5


def bowl(w):
    """L = x² + 4y²."""
    return w @ (w * [1, 4]), w * [2, 8]


def line(w):
    """Mean squared error of y = w₀ x + w₁ over the five points."""
    x, y = LINE.T
    error = w[0] * x + w[1] - y
    return np.mean(error ** 2), 2 * np.array([np.mean(error * x), np.mean(error)])


def velocity(w, g, s, t, alpha, beta):
    """V ← βV − αg,  W ← W + V."""
    s["v"] = beta * s.get("v", 0) - alpha * g(w)
    return w + s["v"]


def moving_average(w, g, s, t, eta, beta):
    """m ← βm + (1 − β)g,  θ ← θ − ηm."""
    s["m"] = beta * s.get("m", 0) + (1 - beta) * g(w)
    return w - eta * s["m"]


def nesterov(w, g, s, t, alpha, beta):
    """V ← βV − α ∂L(w + βV)/∂w,  w ← w + V."""
    v = s.get("v", 0 * w)
    s["v"] = beta * v - alpha * g(w + beta * v)
    return w + s["v"]


def adagrad(w, g, s, t, eta, epsilon):
    """G ← G + g²,  θ ← θ − η g / √(G + ε): ε stands inside the root."""
    d = g(w)
    s["G"] = s.get("G", 0) + d * d
    return w - eta * d / np.sqrt(s["G"] + epsilon)


def rmsprop(w, g, s, t, eta, beta, epsilon):
    """v ← βv + (1 − β)g²,  θ ← θ − η g / √(v + ε): ε stands inside the root."""
    d = g(w)
    s["v"] = beta * s.get("v", 0) + (1 - beta) * d * d
    return w - eta * d / np.sqrt(s["v"] + epsilon)


def adam(w, g, s, t, eta, beta1, beta2, epsilon):
    """m ← β₁m + (1 − β₁)g,  v ← β₂v + (1 − β₂)g²,  θ ← θ − η m̂ / (√v̂ + ε), m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ)."""
    d = g(w)
    s["m"] = beta1 * s.get("m", 0) + (1 - beta1) * d
    s["v"] = beta2 * s.get("v", 0) + (1 - beta2) * d * d
    return w - eta * s["m"] / (1 - beta1 ** t) / (np.sqrt(s["v"] / (1 - beta2 ** t)) + epsilon)


def delta_bar_delta(w, g, s, t, eta, kappa, phi, theta):
    """Each weight's rate r: r + κ where the gradient agrees in sign with its average δ̄, r(1 − φ) where it does not.

    Then w ← w − r g with the new rate, δ̄ ← (1 − θ)g + θδ̄ (Jacobs 1988). θ = 0 compares with the last gradient alone.
    """
    d = g(w)
    rate, average = s.get("r", np.full_like(w, eta)), s.get("d", np.zeros_like(w))
    agreement = np.sign(average * d)
    s["r"] = np.where(agreement > 0, rate + kappa, np.where(agreement < 0, rate * (1 - phi), rate))
    s["d"] = (1 - theta) * d + theta * average
    return w - s["r"] * d


RULES = [
    ("momentum.velocity", "Momentum", velocity, {"alpha": 0.02, "beta": 0.9}),
    ("momentum.velocity.friction", "Momentum", velocity, {"alpha": 0.02, "beta": 0.0}),
    ("momentum.moving_average", "MovingAverageMomentum", moving_average, {"eta": 0.02, "beta": 0.9}),
    ("nesterov", "Nesterov", nesterov, {"alpha": 0.02, "beta": 0.9}),
    ("adagrad.inside", "AdaGrad", adagrad, {"eta": 0.5, "epsilon": 1e-2}),
    ("adagrad.inside.usual", "AdaGrad", adagrad, {"eta": 0.5, "epsilon": 1e-8}),
    ("rmsprop.inside", "RMSProp", rmsprop, {"eta": 0.05, "beta": 0.9, "epsilon": 1e-2}),
    ("rmsprop.inside.usual", "RMSProp", rmsprop, {"eta": 0.05, "beta": 0.9, "epsilon": 1e-8}),
    ("adam", "Adam", adam, {"eta": 0.1, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}),
    ("delta_bar_delta", "DeltaBarDelta", delta_bar_delta, {"eta": 0.01, "kappa": 0.002, "phi": 0.3, "theta": 0.7}),
    ("delta_bar_delta.sign", "DeltaBarDelta", delta_bar_delta,
     {"eta": 0.01, "kappa": 0.002, "phi": 0.3, "theta": 0.0}),
]


def cases():
    for problem, start in (bowl, BOWL_START), (line, [0.0, 0.0]):
        for name, component, rule, arguments in RULES:
            yield follow(f"{name}.{problem.__name__}", component, problem, start, rule, arguments)
    yield clip_by_norm()


def follow(name, component, problem, start, rule, arguments):
    """outputs.loss: before the first step and after each. outputs.path: w after each step."""
    w, state, path = np.array(start), {}, []
    losses = [problem(w)[0]]
    for t in range(1, STEPS + 1):
        w = rule(w, lambda at: problem(at)[1], state, t, **arguments)
        path.append(w)
        losses.append(problem(w)[0])
    outputs = {"loss": np.array(losses), "path": np.array(path)}
    if "r" in state:
        outputs["rates"] = state["r"]
    shown = {**arguments, "problem": problem.__name__, "steps": STEPS}
    inputs = {"x": LINE[:, :1], "target": LINE[:, 1:]} if problem is line else {}
    begin = tensors({"w": start})
    return record(name, component, shown, inputs, parameters=begin, float64={"outputs": tensors(outputs)})


def clip_by_norm():
    """g ← (τ/‖g‖) g where ‖g‖ > τ. PyTorch divides by ‖g‖ + 1e-6."""
    g = np.array([3.0, 4.0])
    return record("clip.norm.exact", "ClipGradNorm", {"max_norm": 1.0}, {"g": g},
                  float64={"outputs": tensors({"g": g / np.linalg.norm(g), "norm": np.linalg.norm(g)})})
