// L12.c: 2 points
// says: That is the heavy ball
- double slope = bend[i] * (w[i] + beta * v[i]);
+ double slope = bend[i] * w[i];
