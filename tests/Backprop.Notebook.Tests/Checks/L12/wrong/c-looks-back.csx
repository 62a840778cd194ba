// L12.c: 2 points
// says: You looked back
- double slope = bend[i] * (w[i] + beta * v[i]);
+ double slope = bend[i] * (w[i] - beta * v[i]);
