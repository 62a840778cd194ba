// L19.b: 3 points
// says: towards being found out
- double[] push = [.. made.Select(x => -(1 - Sigma(w * x + b)) * w)];
+ double[] push = [.. made.Select(x => Sigma(discriminator[0] * x + discriminator[1]) * discriminator[0])];
