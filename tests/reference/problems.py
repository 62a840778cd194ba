"""The two problems that optimizers are followed on: the notes' elliptical bowl, and a small regression network."""
import torch

from support import fill, numbers

BOWL_START = [-4.0, 1.0]
X = numbers("regression.x", 8, 2)
Y = numbers("regression.y", 8, 1)


class Bowl(torch.nn.Module):
    """L(w) = w₀² + 4 w₁², from (−4, 1)."""

    inputs = {}

    def __init__(self):
        super().__init__()
        self.w = torch.nn.Parameter(torch.tensor(BOWL_START))

    def loss(self):
        return self.w[0] ** 2 + 4 * self.w[1] ** 2


class Regression(torch.nn.Sequential):
    """2 → 4 → tanh → 1 on eight fixed points, mean squared error."""

    inputs = {"x": X, "target": Y}

    def __init__(self):
        super().__init__(torch.nn.Linear(2, 4), torch.nn.Tanh(), torch.nn.Linear(4, 1))
        fill(self, "regression", 0.75)

    def loss(self):
        dtype = self[0].weight.dtype
        return torch.nn.functional.mse_loss(self(torch.tensor(X, dtype=dtype)), torch.tensor(Y, dtype=dtype))
