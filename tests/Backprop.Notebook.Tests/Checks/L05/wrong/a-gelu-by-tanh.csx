// L05.a: 3 points
// says: That is the tanh form
- return x * 0.5 * (1 + Erf(x / Math.Sqrt(2)));
+ return 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
