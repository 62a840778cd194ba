// L05.b: 4 points
// says: is NaN: use the gate
- double gate = 1 / (1 + Math.Exp(-x));
+ double e = Math.Exp(-x);
- return gate + x * gate * (1 - gate);
+ return (1 + e + x * e) / ((1 + e) * (1 + e));
