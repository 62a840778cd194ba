// L21.a: 0 points
// says: The sigmoid of the output is missing
- return 1 / (1 + Math.Exp(-z));
+ return z;
