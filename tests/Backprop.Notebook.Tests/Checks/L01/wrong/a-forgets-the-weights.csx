// L01.a: 0 points
// says: the sum of the inputs alone
- sum += w[i] * x[i];
+ sum += x[i];
