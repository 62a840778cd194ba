// L12.c: 0 points
// says: You walk uphill
- v[i] = beta * v[i] - rate * slope;
+ v[i] = beta * v[i] + rate * slope;
