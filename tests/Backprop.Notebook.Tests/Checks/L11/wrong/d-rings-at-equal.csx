// L11.d: 0 points
// says: Equal is not below
- if (losses[e] < smallLoss) return (e + 1, "loss");
+ if (losses[e] <= smallLoss) return (e + 1, "loss");
- if (norms[e] < smallNorm) return (e + 1, "gradient");
+ if (norms[e] <= smallNorm) return (e + 1, "gradient");
