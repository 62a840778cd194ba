"""Scaling, principal components and whitening: scikit-learn's answers (Debian: python3-sklearn), in float64 only.

A principal axis and its opposite are equally good. Here the largest entry of each axis is positive.
"""
import numpy as np
from sklearn.decomposition import PCA
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, StandardScaler

from support import numbers, record, tensors


def table(name, rows, columns, constant=None):
    """Columns of different size that depend on one another; maybe one that is everywhere the same."""
    x = numbers(name, rows, columns)
    x[:, 1] = np.round(1024 * (x[:, 0] * 8 + x[:, 1])) / 1024
    x[:, -1] += 100
    if constant is not None:
        x[:, constant] = 0.1015625
    return x


def scaling(name, scaler, x, arguments=None):
    y = scaler.fit_transform(x)
    return record(name, type(scaler).__name__, arguments, {"x": x}, float64={"outputs": tensors({"y": y})})


def axes(name, x, **arguments):
    pca = PCA(svd_solver="full", **arguments)
    y = pca.fit_transform(x)
    largest = np.argmax(np.abs(pca.components_), axis=1)
    signs = np.sign(pca.components_[np.arange(len(largest)), largest])
    outputs = {"y": y * signs, "components": pca.components_ * signs[:, None], "variance": pca.explained_variance_,
               "ratio": pca.explained_variance_ratio_, "inverse": pca.inverse_transform(y)}
    component = "PCA.whiten" if arguments.get("whiten") else "PCA"
    return record(name, component, arguments, {"x": x}, float64={"outputs": tensors(outputs)})


def cases():
    plain, constant = table("preprocessing.x", 12, 4), table("preprocessing.constant", 7, 3, constant=1)
    yield scaling("standard", StandardScaler(), plain)
    yield scaling("standard.constant", StandardScaler(), constant)
    yield scaling("min_max", MinMaxScaler(), plain)
    yield scaling("min_max.constant", MinMaxScaler(), constant)
    yield scaling("min_max.range", MinMaxScaler((-2, 3)), plain, {"low": -2, "high": 3})
    yield axes("pca", plain)
    yield axes("pca.two", plain, n_components=2)
    yield axes("pca.wide", table("preprocessing.wide", 4, 6), n_components=3)
    yield axes("whiten", plain, whiten=True)
    yield axes("whiten.two", plain, n_components=2, whiten=True)
    codes = np.array([[2, 7.5], [5, -1], [2, -1], [9, 7.5]])
    yield scaling("one_hot", OneHotEncoder(sparse_output=False), codes)
