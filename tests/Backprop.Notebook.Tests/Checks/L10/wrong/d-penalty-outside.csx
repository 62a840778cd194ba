// L10.d: 1 points
// says: on its way to a it passes tanh
- arrives += lambda * Math.Sign(h);
- result[r] = (1 - h * h) * arrives;
+ result[r] = (1 - h * h) * arrives + lambda * Math.Sign(h);
