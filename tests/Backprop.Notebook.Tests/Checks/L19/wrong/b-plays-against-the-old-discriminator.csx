// L19.b: 3 points
// says: You used the old w and b
- w -= rate * slopeW;
+ double oldW = w, oldB = b; w -= rate * slopeW;
- double[] push = [.. made.Select(x => -(1 - Sigma(w * x + b)) * w)];
+ double[] push = [.. made.Select(x => -(1 - Sigma(oldW * x + oldB)) * oldW)];
