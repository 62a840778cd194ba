// L03.d: 0 points
// says: There is a factor p (1 - p) too many
- double miss = 1 / (1 + Math.Exp(-z)) - y[i];
+ double p = 1 / (1 + Math.Exp(-z)), miss = (p - y[i]) * p * (1 - p);
