"""The examples behind the worked numbers, lesson by lesson, in plain NumPy.

A row: id, items of the curriculum, description, the number as printed, the number as it comes out here.
"""
import math

import numpy as np

from worked_optimizers import lesson11, lesson12, lesson13

AGES = np.array([22, 25, 47, 52, 46, 56, 55, 60, 62, 61, 18, 28, 27, 29, 49.0])
BOUGHT = np.array([0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0, 1.0])
AFFORDABLE = np.array([1, 0, 1, 0, 1, 1, 0, 0, 1, 1, 1, 1, 0.0])  # the second table: the first thirteen ages
BOUGHT13 = np.array([0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 0, 0.0])
AREA = np.array([1200, 1500, 2100, 1100, 1300, 900.0])
BEDROOMS = np.array([2, 3, 4, 3, 2, 1.0])
PRICE = np.array([70, 120, 230, 105, 90, 55.0])


def sigmoid(z):
    return 1 / (1 + np.exp(-np.asarray(z, float)))


def log_loss(z, y):
    """Mean of softplus(z) − y z: the logistic loss from the logit, exact for any z."""
    return np.mean(np.logaddexp(0, z) - y * z)


def gelu(x):
    return 0.5 * x * (1 + math.erf(x / math.sqrt(2)))


def gelu_tanh(x):
    return 0.5 * x * (1 + math.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x ** 3)))


def logistic_fit(x, y):
    """Newton's method for slope and intercept of the logistic model."""
    design, w = np.stack([x, np.ones_like(x)], 1), np.zeros(2)
    for _ in range(50):
        p = sigmoid(design @ w)
        w -= np.linalg.solve(design.T @ (design * (p * (1 - p))[:, None]), design.T @ (p - y))
    return w


def lesson01():
    for x1, x2, out in (0, 0, "0"), (0, 1, "0"), (1, 0, "0"), (1, 1, "1"):
        yield f"L01.and.{x1}{x2}", "D14", f"AND of {x1}, {x2}: x₁ + x₂ > 1.5", out, x1 + x2 > 1.5


def lesson02():
    yield "L02.cos.w", "D21 D98", "d cos(w²)/dw at w = 1", "-1.68294", -2 * math.sin(1)
    yield "L02.cos.g", "D21", "d cos(g)/dg at g = w² = 1", "-0.8415", -math.sin(1)
    s = sigmoid(sigmoid(1))
    yield "L02.sigsig", "D22", "σ(σ(1))", "0.67504", s
    yield "L02.sigsig.slope", "D22", "slope of σ(σ(w)) at 1", "0.04313", s * (1 - s) * sigmoid(1) * (1 - sigmoid(1))
    yield "L02.product", "D17", "(cos x sin x)′ at 1.3", "-0.85689", math.cos(1.3) ** 2 - math.sin(1.3) ** 2
    yield "L02.practice", "D16", "the factor of y¹⁹ in (−7y²⁰)′", "-140", -7 * 20


def lesson03():
    yield "L03.rule.turn", "D29 D31", "age where 0.042x − 1.53 = 0, so z = 0.5", "36.43", 1.53 / 0.042
    yield "L03.rule.half", "D31", "age where 0.042x − 1.53 = 0.5", "48.33", 2.03 / 0.042
    slope, intercept = np.polyfit(AGES, BOUGHT, 1)
    yield "L03.ols.slope", "D28 D29", "least squares, slope", "0.02398", slope
    yield "L03.ols.intercept", "D28 D29", "least squares, intercept", "-0.5517", intercept
    yield "L03.ols.turn", "D29", "age where the least-squares line is 0.5", "43.86", (0.5 - intercept) / slope
    w, b = logistic_fit(AGES, BOUGHT)
    yield "L03.logistic.slope", "D30", "logistic optimum, slope", "0.15880", w
    yield "L03.logistic.intercept", "D30", "logistic optimum, intercept", "-7.29956", b
    yield "L03.logistic.turn", "D30", "age where the best logistic fit is 0.5", "45.97", -b / w
    yield "L03.logistic.loss", "D30", "log loss of the best logistic fit", "0.3604", log_loss(w * AGES + b, BOUGHT)
    yield "L03.rule.loss", "D31", "log loss of 0.042x − 1.53", "0.5248", log_loss(0.042 * AGES - 1.53, BOUGHT)
    for turn in 1.53 / 0.042, 42:
        right = np.sum((AGES > turn) == (BOUGHT == 1))
        yield f"L03.right.{turn:.0f}", "D29 D31", f"of 15, right with age > {turn:.2f}", "13", right
    yield "L03.sigma23", "D34", "σ(23)", "0.99999999990", sigmoid(23)
    yield "L03.sigma23.squared", "D35", "squared error of row (22, 1)", "0.9999999998", sigmoid(23) ** 2
    yield "L03.notes.squared", "D35", "the slide's squared error, from 0.99", "0.9801", 0.99 ** 2
    yield "L03.sigma200", "D32", "σ(200) in double", "1", sigmoid(200)
    yield from first_epoch()
    yield from prices()


def first_epoch():
    z = AGES[:13] + AFFORDABLE
    yield "L03.loss", "D41", "log loss at w = (1, 1), b = 0, ages as they are", "17.6923", log_loss(z, BOUGHT13)
    scaled = AGES[:13] / 100 + AFFORDABLE
    yield "L03.loss.scaled", "D41", "the same with age / 100", "0.7318", log_loss(scaled, BOUGHT13)
    p = np.clip(sigmoid(z), 1e-8, 1 - 1e-8)
    clipped = -np.mean(BOUGHT13 * np.log(p) + (1 - BOUGHT13) * np.log(1 - p))
    yield "L03.loss.clipped", "D41", "the same clipped at 1e-8, natural log", "9.919", clipped
    yield "L03.loss.slide", "D41", "the slide's figure: base-10 log, clipped", "4.3077", clipped / math.log(10)


def prices():
    for b, stated, error, square in (0, "1647775.5", "-1132", "1281424"), (1, "1650258.17", "-1133", "1283689"):
        e = PRICE - (AREA + BEDROOMS + b)
        yield f"L03.price.error.b{b}", "D36", f"y − ŷ of row 1 at w = (1, 1), b = {b}", error, e[0]
        yield f"L03.price.squared.b{b}", "D36", f"its square, b = {b}", square, e[0] ** 2
        yield f"L03.price.mse.b{b}", "D37", f"mean squared error, b = {b}", stated, np.mean(e ** 2)
    e = PRICE - (AREA + BEDROOMS)
    yield "L03.price.gradient.row", "D38", "−2 e · area of row 1", "2716800", -2 * e[0] * AREA[0]
    yield "L03.price.gradient", "D38", "dL/dw₁ of the mean squared error", "3601033.3", np.mean(-2 * e * AREA)


def lesson04():
    d = [sigmoid(x) * (1 - sigmoid(x)) for x in (0, 5, 10)]
    yield "L04.slope.0", "D46", "σ′(0)", "0.25", d[0]
    yield "L04.slope.0.ten", "D53", "σ′(0)¹⁰", "9.5e-7", d[0] ** 10
    yield "L04.slope.5", "D46", "σ′(5)", "0.00665", d[1]
    yield "L04.slope.10", "D46 D53", "σ′(10)", "4.5e-5", d[2]
    yield "L04.tanh", "D51", "tanh(0.7)", "0.60437", math.tanh(0.7)
    yield "L04.tanh.sigmoid", "D51", "2σ(1.4) − 1", "0.60437", 2 * sigmoid(1.4) - 1
    yield "L04.limit", "D49", "largest x whose eˣ float32 holds", "88.72", math.log(np.finfo(np.float32).max)


def lesson05():
    yield "L05.leaky", "D62", "leaky ReLU of −1", "-0.01", max(-0.01, -1)
    yield "L05.elu", "D67", "ELU of −1", "-0.63212", math.expm1(-1)
    yield "L05.swish", "D68", "Swish of −1", "-0.26894", -sigmoid(-1)
    yield "L05.gelu", "D69", "GELU of −1", "-0.15866", gelu(-1)
    yield "L05.gelu.tanh", "D69 D70", "GELU of −1, tanh form", "-0.15881", gelu_tanh(-1)
    yield "L05.gelu.1", "D69", "GELU of 1", "0.84134", gelu(1)
    yield "L05.gelu.tanh.1", "D70", "GELU of 1, tanh form", "0.84119", gelu_tanh(1)
    yield "L05.max", "D63", "max(αz, z) for α = 2, z = 1", "2", max(2 * 1, 1)


def lesson06():
    for x1, x2, out in (0, 0, "0"), (0, 1, "1"), (1, 0, "1"), (1, 1, "0"):
        y = max(x1 + x2, 0) - 2 * max(x1 + x2 - 1, 0)
        yield f"L06.xor.{x1}{x2}", "D79", f"XOR of {x1}, {x2} by two ReLUs", out, y
    yield "L06.width", "D204", "√(784 · 10)", "88.5", math.sqrt(784 * 10)


def lesson07():
    z = np.array([2, 1, 0.1])
    p = np.exp(z) / np.exp(z).sum()
    for i, stated in enumerate(("0.6590", "0.2424", "0.0986")):
        yield f"L07.softmax.{i}", "D90", f"softmax(2, 1, 0.1), entry {i}", stated, p[i]
    yield "L07.ce", "D91", "its cross-entropy for class 0", "0.41703", -math.log(p[0])
    for i, stated in enumerate(("-0.3410", "0.2424", "0.0986")):
        yield f"L07.gradient.{i}", "D94", f"gradient o − y, entry {i}", stated, p[i] - (i == 0)
    yield "L07.surprise", "D87", "surprise of p = 0.01", "4.605", -math.log(0.01)
    yield "L07.untrained", "D91", "loss of an untrained net of ten classes", "2.3026", math.log(10)
    yield "L07.logit", "D86", "logit(0.35)", "-0.619", math.log(0.35 / 0.65)


def lesson08():
    yield "L08.path.cos", "D97 D98", "path through cos at w = 1", "-1.68294", -2 * math.sin(1)
    yield "L08.path.sin", "D97 D98", "path through sin at w = 1", "1.08060", 2 * math.cos(1)
    yield "L08.sum", "D98", "their sum", "-0.60234", 2 * (math.cos(1) - math.sin(1))
    yield "L08.paths", "D99", "paths, 10 layers of 2 nodes", "1024", 2 ** 10
    yield "L08.edges", "D107", "edges of that graph", "40", 2 + 9 * 4 + 2
    for (name, description, stated), value in zip(MICROGRAD, micrograd()):
        yield f"L08.micrograd.{name}", "D106", description, stated, value


MICROGRAD = [("g", "micrograd's example, g", "24.7041"), ("da", "dg/da", "138.8338"), ("db", "dg/db", "645.5773")]


def micrograd():
    """The example of micrograd's README. Slopes by complex steps, which have no rounding of their own."""
    def g(a, b):
        relu = lambda v: v if v.real > 0 else 0 * v  # noqa: E731
        c, d = a + b, a * b + b ** 3
        c += c + 1
        c += 1 + c - a
        d += d * 2 + relu(b + a)
        d += 3 * d + relu(b - a)
        f = (c - d) ** 2
        return f / 2 + 10 / f
    h = 1e-200
    return g(-4 + 0j, 2 + 0j).real, g(-4 + 1j * h, 2 + 0j).imag / h, g(-4 + 0j, 2 + 1j * h).imag / h


def lesson09():
    w1, b1 = np.array([[0.1, 0.3], [0.2, -0.4]]), np.array([0, 0.1])
    w2, b2, x = np.array([0.5, -0.6]), 0.05, np.array([1, 0.5])
    h = sigmoid(w1 @ x + b1)
    y = sigmoid(w2 @ h + b2)
    delta2 = y - 1
    delta1 = w2 * delta2 * h * (1 - h)
    for i, stated in enumerate(("0.56218", "0.52498")):
        yield f"L09.h.{i}", "D110", f"hidden unit {i}", stated, h[i]
    yield "L09.y", "D110", "output", "0.50403", y
    yield "L09.loss", "D110", "log loss, target 1", "0.68513", -math.log(y)
    yield "L09.delta2", "D112", "δ of the output", "-0.49597", delta2
    for i, stated in enumerate(("-0.06104", "0.07421")):
        yield f"L09.delta1.{i}", "D113", f"δ of hidden unit {i}", stated, delta1[i]
    after = sigmoid((w1 - np.outer(delta1, x)) @ x + b1 - delta1)
    loss = -math.log(sigmoid((w2 - delta2 * h) @ after + b2 - delta2))
    yield "L09.loss.after", "D114 D138", "loss after one step at rate 1", "0.35714", loss


def lesson10():
    s = sigmoid(2)
    yield "L10.max", "D133", "max(3, 7, 5)", "7", max(3, 7, 5)
    yield "L10.phi", "D137", "Φ(2) of the sigmoid", "0.8808", s
    yield "L10.slope", "D137", "Φ′(2)", "0.1050", s * (1 - s)
    yield "L10.factor", "D137", "how much too big Φ is in place of Φ′", "8.4", 1 / (1 - s)


def lesson14():
    yield "L14.he", "D194", "He, standard deviation at 784 inputs", "0.05051", math.sqrt(2 / 784)
    yield "L14.xavier", "D193", "Xavier, standard deviation 784 → 256", "0.04385", math.sqrt(2 / 1040)
    yield "L14.xavier.misread", "D193", "2/(784 + 256), if read as standard deviation", "0.00192", 2 / 1040
    yield "L14.xavier.factor", "D193", "how much the misreading shrinks a layer", "22.8", math.sqrt(1040 / 2)
    yield "L14.twenty", "D194", "variance after 20 ReLU layers, Xavier(n, n)", "9.5e-7", 0.5 ** 20
    batch = np.array([1, 2, 3, 6.0])
    for v, out, stated in zip((1, 2, 3, 6), (batch - batch.mean()) / batch.std(), ("-1.069", "-0.5345", "0", "1.6036")):
        yield f"L14.batch_norm.{v}", "D195", f"batch norm of (1, 2, 3, 6) without ε, at {v}", stated, out
    for i, (g, stated) in enumerate(((3, "0.6"), (4, "0.8"))):
        yield f"L14.clip.{i}", "D196", f"(3, 4) clipped to norm 1, entry {i}", stated, g / 5
    yield "L14.ages.mean", "D188", "mean of the 15 ages", "42.467", AGES.mean()
    yield "L14.ages.deviation", "D188", "their standard deviation (divided by n)", "15.257", AGES.std()


def lesson15():
    yield "L15.dropout", "D203", "scale at keep probability 0.8", "1.25", 1 / 0.8
    yield "L15.l2.gradient", "D202", "λ = 0.01, w = 3: gradient", "0.03", 0.01 * 3
    yield "L15.l2.loss", "D202", "λ = 0.01, w = 3: loss", "0.045", 0.01 / 2 * 9


def lesson16():
    x = np.array([[1, 2, 0, 1], [0, 1, 3, 1], [2, 1, 0, 0], [1, 0, 2, 1]])
    out = x[:3, :3] - x[1:, 1:]
    for (i, j), stated in zip(np.ndindex(3, 3), ("0", "-1", "-1", "-1", "1", "3", "2", "-1", "-1")):
        yield f"L16.conv.{i}{j}", "D207", f"4×4 * [[1, 0], [0, −1]], entry {i},{j}", stated, out[i, j]
    for (i, j), stated in zip(np.ndindex(2, 2), ("2", "3", "2", "2")):
        pool = x[2 * i:2 * i + 2, 2 * j:2 * j + 2].max()
        yield f"L16.pool.{i}{j}", "D207", f"2×2 max pool, entry {i},{j}", stated, pool
    for (i, j), stated in zip(np.ndindex(2, 2), ("10", "9", "10", "9")):
        yield f"L16.kernel.{i}{j}", "D207", f"dK for dO = 1, entry {i},{j}", stated, x[i:i + 3, j:j + 3].sum()
    yield "L16.weights", "D207", "weights of a 3 → 16 convolution of 3×3", "448", 16 * (3 * 9 + 1)
    yield "L16.dense", "D207", "weights of the dense layer 3×32×32 → 16×32×32", "50331648", 3 * 32 * 32 * 16 * 32 * 32


def lesson17():
    h, slope = [0.0], 1.0
    for t, stated in enumerate(("0.4621", "0.3537", "0.2757", "0.2170", "0.1719"), 1):
        h.append(math.tanh(0.5 * (t == 1) + 0.8 * h[-1]))
        yield f"L17.rnn.{t}", "D208", f"tanh RNN after an impulse, h({t})", stated, h[t]
        slope *= 0.8 * (1 - h[t] ** 2) if t > 1 else 1
    yield "L17.rnn.slope", "D208", "dh(5)/dh(1)", "0.3062", slope
    yield "L17.vanish", "D208", "0.8²⁰", "0.0115", 0.8 ** 20
    yield "L17.explode", "D208 D60", "1.2²⁰", "38.3", 1.2 ** 20
    # The gates' inputs (i 0.5, f 1, g 0.6, o 0.2) and c(0) = 0.3 are chosen so that the printed pair comes out.
    c = sigmoid(1) * 0.3 + sigmoid(0.5) * math.tanh(0.6)
    gates = "LSTM step, gates' inputs (i, f, g, o) = (0.5, 1, 0.6, 0.2), c(0) = 0.3"
    yield "L17.lstm.c", "D209", f"{gates}: c", "0.55361", c
    yield "L17.lstm.h", "D209", f"{gates}: h", "0.27669", sigmoid(0.2) * math.tanh(c)
    yield "L17.forget.1", "D209", "what is left after 20 steps, forget bias 1", "0.0019", sigmoid(1) ** 20
    yield "L17.forget.5", "D209", "what is left after 20 steps, forget bias 5", "0.874", sigmoid(5) ** 20


def lesson18():
    w, x = np.array([0.5, 0.5, 0.5]), np.array([1, 0, 1.0])
    code = w @ x
    yield "L18.code", "D210", "tied weights 0.5, x = (1, 0, 1): code", "1", code
    yield "L18.output", "D210", "each output", "0.5", code * w[0]
    yield "L18.mse", "D210", "mean squared error", "0.25", np.mean((code * w - x) ** 2)
    for q, stated in (0.2, "0.0939"), (0.5, "0.4946"):
        kl = 0.05 * math.log(0.05 / q) + 0.95 * math.log(0.95 / (1 - q))
        yield f"L18.kl.{q}", "D211", f"KL(0.05 ‖ {q})", stated, kl


def lesson19():
    logit = math.log(0.1 / 0.9)
    yield "L19.value", "D212", "V at D = 0.5", "-1.3863", 2 * math.log(0.5)
    yield "L19.saturating", "D212", "logit gradient of log(1 − D) at D = 0.1", "-0.1", -sigmoid(logit)
    yield "L19.non_saturating", "D212", "logit gradient of −log D at D = 0.1", "-0.9", -sigmoid(-logit)


def lesson20():
    weights = np.exp([1 / math.sqrt(2), 0]) / np.exp([1 / math.sqrt(2), 0]).sum()
    for i, stated in enumerate(("0.66976", "0.33024")):
        yield f"L20.weight.{i}", "D214", f"attention weight {i}, Q = K = I₂", stated, weights[i]
    for i, stated in enumerate(("1.66048", "2.66048")):
        yield f"L20.output.{i}", "D214", f"output {i}, V = [[1, 2], [3, 4]]", stated, weights @ [1 + i, 3 + i]
    yield "L20.unscaled", "D214", "largest weight at an unscaled logit of 8", "0.99966", sigmoid(8)
    yield "L20.untrained", "D215", "start loss of 65 symbols", "4.1744", math.log(65)
    d, symbols, context = 64, 65, 64
    block = 2 * 2 * d + (d * 3 * d + 3 * d) + (d * d + d) + (d * 4 * d + 4 * d) + (4 * d * d + d)
    total = symbols * d + context * d + 4 * block + 2 * d + (d * symbols + symbols)
    yield "L20.weights", "D215", "weights: 4 blocks, width 64, context 64, biases everywhere", "212545", total


def lesson21():
    yield "L21.work", "D216", "multiply-adds of 512³, in millions", "134", 512 ** 3 / 1e6


LESSONS = [lesson01, lesson02, lesson03, lesson04, lesson05, lesson06, lesson07, lesson08, lesson09, lesson10, lesson11,
           lesson12, lesson13, lesson14, lesson15, lesson16, lesson17, lesson18, lesson19, lesson20, lesson21]
