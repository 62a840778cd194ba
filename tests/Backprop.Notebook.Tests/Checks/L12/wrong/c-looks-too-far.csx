// L12.c: 2 points
// says: a whole V ahead
- double slope = bend[i] * (w[i] + beta * v[i]);
+ double slope = bend[i] * (w[i] + v[i]);
