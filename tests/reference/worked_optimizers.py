"""The worked numbers of lessons 11 to 13: steps down the bowl x² + 4y² and along a constant gradient."""
import math

import numpy as np

import conventions
from conventions import LINE
from problems import BOWL_START


def descend(rate, beta, steps, nesterov=False):
    """The bowl: positions and losses after each step of V ← βV − αg, W ← W + V."""
    w, v, path = np.array(BOWL_START), np.zeros(2), []
    for _ in range(steps):
        v = beta * v - rate * np.array([2, 8]) * (w + beta * v if nesterov else w)
        w = w + v
        path.append(w)
    return np.array(path), [p[0] ** 2 + 4 * p[1] ** 2 for p in path]


def fit_line(rate, steps):
    """Gradient descent on the mean squared error of the five points, from (0, 0)."""
    (x, y), w, b = LINE.T, 0.0, 0.0
    for _ in range(steps):
        e = w * x + b - y
        w, b = w - rate * 2 * np.mean(e * x), b - rate * 2 * np.mean(e)
    return w, b


def lesson11():
    path, _ = descend(0.2, 0, 2)
    for (step, axis), stated in zip(np.ndindex(2, 2), ("-2.4", "-0.6", "-1.44", "0.36")):
        yield f"L11.bowl.{step + 1}.{'xy'[axis]}", "D146", f"rate 0.2: {'xy'[axis]} after step {step + 1}", stated, \
            path[step, axis]
    far = abs(descend(0.25, 0, 50)[0][-1, 1])
    yield "L11.bounce", "D149", "rate 0.25: |y| after 50 steps, as at the start", "1", far
    yield "L11.diverge", "D149", "rate 0.26: loss after 50 steps", "8799", descend(0.26, 0, 50)[1][-1]
    x = LINE[:, 0]
    low, high = np.linalg.eigvalsh(2 * np.array([[np.mean(x * x), x.mean()], [x.mean(), 1]]))
    yield "L11.high", "D147", "line data: larger curvature", "68.82", high
    yield "L11.low", "D147", "line data: smaller curvature", "0.381", low
    yield "L11.condition", "D147", "condition number", "180.5", high / low
    yield "L11.limit", "D42 D149", "largest stable rate, 2/λ", "0.02906", 2 / high
    slope, intercept = fit_line(0.028, 20000)
    yield "L11.line.slope", "D42", "five points, rate 0.028: slope in the end", "0.5", slope
    yield "L11.line.intercept", "D42", "five points, rate 0.028: intercept in the end", "-1.5", intercept
    for rate, steps, stated in (0.03, 100, "-135"), (0.0295, 1000, "-2e12"):
        slope, _ = fit_line(rate, steps)
        yield f"L11.line.{rate}", "D42 D149", f"rate {rate} from (0, 0): slope after {steps} steps", stated, slope


def lesson12():
    yield "L12.exponential", "D156", "0.1 e^(−0.01 · 10)", "0.09048", 0.1 * math.exp(-0.1)
    yield "L12.inverse", "D157", "0.1 / (1 + 0.01 · 10)", "0.09091", 0.1 / 1.1
    for epochs, stated in (5, "0.05"), (10, "0.025"):
        yield f"L12.step.{epochs}", "D158", f"halved every 5 epochs, after {epochs}", stated, 0.1 * 0.5 ** (epochs // 5)
    yield "L12.average", "D167", "moving average of 3 unit gradients, β = 0.9", "0.271", 1 - 0.9 ** 3
    yield "L12.heavy_ball", "D161", "heavy ball after 3 unit gradients, β = 0.9", "2.71", 1 + 0.9 + 0.81
    for name, beta, look, stated in [("gd", 0, False, "0.18447"), ("momentum", 0.5, False, "0.01716"),
                                     ("nesterov", 0.5, True, "0.00193")]:
        yield f"L12.bowl.{name}", "D161 D165", f"bowl, rate 0.1, β = {beta}, 10 steps: {name}", stated, \
            descend(0.1, beta, 10, look)[1][-1]
    for beta, stated in (0, "38"), (0.4, "17"), (0.9, "133"):
        steps = 1 + next(i for i, loss in enumerate(descend(0.1, beta, 300)[1]) if loss < 1e-6)
        yield f"L12.steps.{beta}", "D162", f"first step with loss below 1e-6, rate 0.1, β = {beta}", stated, steps


def lesson13():
    for t, stated in (1, "1"), (10, "0.316"), (100, "0.1"):
        yield f"L13.adagrad.{t}", "D178 D180", f"AdaGrad, g = 1: step {t} in units of η", stated, \
            step(conventions.adagrad, t, epsilon=1e-8)
    yield "L13.rmsprop", "D181", "RMSProp, g = 1: first step in units of η", "3.162", \
        step(conventions.rmsprop, 1, beta=0.9, epsilon=1e-8)
    yield "L13.adam", "D184", "Adam, g = 1: first step in units of η", "1.000", \
        step(conventions.adam, 1, beta1=0.9, beta2=0.999, epsilon=1e-8)
    for t, stated in (1, "31.62"), (100, "3.24"), (1000, "1.26"):
        v = 1 - 0.999 ** t
        yield f"L13.adam.uncorrected.{t}", "D184", f"Adam with v in place of v̂, g = 1: step {t}", stated, \
            1 / math.sqrt(v + 1e-8)
    inside, outside = math.sqrt(1e-12 + 1e-8), 1e-6 + 1e-8
    yield "L13.epsilon.inside", "D178 D181", "√(g² + ε) at g = 1e-6, ε = 1e-8", "1.00e-4", inside
    yield "L13.epsilon.outside", "D184", "√g² + ε", "1.01e-6", outside
    yield "L13.epsilon.factor", "D181 D184", "how far they are apart", "99", inside / outside


def step(rule, t, **arguments):
    """How far the t-th step of a rule goes along a gradient that is always 1, at η = 1."""
    w, state = np.zeros(1), {}
    for i in range(1, t + 1):
        before, w = w, rule(w, np.ones_like, state, i, eta=1.0, **arguments)
    return (before - w)[0]
