// L03.d: 0 points
// says: All signs are turned round
- double miss = 1 / (1 + Math.Exp(-z)) - y[i];
+ double miss = y[i] - 1 / (1 + Math.Exp(-z));
