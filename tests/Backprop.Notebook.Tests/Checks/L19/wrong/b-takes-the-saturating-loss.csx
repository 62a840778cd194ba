// L19.b: 3 points
// says: That is the saturating loss
- double[] push = [.. made.Select(x => -(1 - Sigma(w * x + b)) * w)];
+ double[] push = [.. made.Select(x => -Sigma(w * x + b) * w)];
