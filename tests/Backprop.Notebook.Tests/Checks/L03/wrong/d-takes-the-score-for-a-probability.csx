// L03.d: 0 points
// says: You used the score in place of the probability
- double miss = 1 / (1 + Math.Exp(-z)) - y[i];
+ double miss = z - y[i];
