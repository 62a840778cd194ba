// L13.d: 2 points
// says: you multiplied by phi
- rates[k] *= 1 - phi;
+ rates[k] *= phi;
