// L13.d: 2 points
// says: Growing is a sum
- rates[k] += kappa;
+ rates[k] *= 1 + kappa;
