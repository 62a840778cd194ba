"""Metrics: scikit-learn's figures, in float64."""
import numpy as np
import sklearn.metrics as M

from support import exact, numbers, record, tensors


def cases():
    yield from classes("metrics.three", 3, 40)
    yield from classes("metrics.rare", 5, 30)
    yield from binary("metrics.binary", 50)
    yield from binary("metrics.ties", 60, steps=6)
    yield from regression("metrics.one_output", 25, 1)
    yield from regression("metrics.outputs", 30, 3)


def classes(name, count, rows):
    """Scores of several classes. In metrics.rare some classes never occur and some are never predicted."""
    scores = exact(numbers(f"{name}.scores", rows, count))
    most = count - 1 if name.endswith("rare") else count
    labels = (np.abs(numbers(f"{name}.labels", rows, scale=1024)) % most).astype(int)
    if name.endswith("rare"):
        scores[:, 1] -= 9
    predicted = scores.argmax(1)
    outputs = {
        "accuracy": M.accuracy_score(labels, predicted),
        "top2": M.top_k_accuracy_score(labels, scores, k=2, labels=range(count)),
        "confusion": M.confusion_matrix(labels, predicted, labels=range(count)),
    }
    for average in ("macro", "micro", "weighted"):
        outputs |= joined(labels, predicted, average)
    yield case(name, {"scores": scores, "labels": labels}, outputs)


def joined(labels, predicted, average):
    parts = M.precision_recall_fscore_support(labels, predicted, average=average, zero_division=0)[:3]
    return {f"{what}.{average}": part for what, part in zip(("precision", "recall", "f1"), parts)}


def binary(name, rows, steps=1024):
    """Probabilities of class 1; with few steps many are equal."""
    scores = exact(np.round(np.abs(numbers(f"{name}.scores", rows, scale=1)) * steps) / steps)
    labels = (scores + numbers(f"{name}.labels", rows, scale=0.6) > 0.5).astype(int)
    predicted = (scores > 0.5).astype(int)
    fpr, tpr, thresholds = M.roc_curve(labels, scores, drop_intermediate=False)
    outputs = {
        "accuracy": M.accuracy_score(labels, predicted),
        "confusion": M.confusion_matrix(labels, predicted),
        "auc": M.roc_auc_score(labels, scores),
        "fpr": fpr,
        "tpr": tpr,
        "thresholds": thresholds[1:],
    } | joined(labels, predicted, "binary")
    yield case(name, {"scores": scores, "labels": labels}, outputs)


def regression(name, rows, outputs):
    target = exact(numbers(f"{name}.target", rows, outputs) + 100)
    prediction = exact(target + numbers(f"{name}.miss", rows, outputs, scale=0.5))
    figures = {
        "mae": M.mean_absolute_error(target, prediction),
        "rmse": M.mean_squared_error(target.ravel(), prediction.ravel(), squared=False),
        "r2": M.r2_score(target, prediction),
    }
    yield case(name, {"prediction": prediction, "target": target}, figures)


def case(name, inputs, outputs):
    figures = {key: np.asarray(value) for key, value in outputs.items()}
    return record(name, "Metric", inputs=inputs, float64={"outputs": tensors(figures)})
