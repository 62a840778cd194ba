// L01.a: 0 points
// says: Only the last input counts
- sum += w[i] * x[i];
+ sum = w[i] * x[i];
