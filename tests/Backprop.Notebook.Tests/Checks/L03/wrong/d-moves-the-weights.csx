// L03.d: 2 points
// says: this function only measures
- slopes[k] += miss * X[i][k] / X.Length;
+ { slopes[k] += miss * X[i][k] / X.Length; if (i == X.Length - 1) w[k] -= slopes[k]; }
