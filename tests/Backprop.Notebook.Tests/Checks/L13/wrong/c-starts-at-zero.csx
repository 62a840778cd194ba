// L13.c: 0 points
// says: the first step is t = 1
- Math.Pow(beta1, t)
+ Math.Pow(beta1, t - 1)
- Math.Pow(beta2, t)
+ Math.Pow(beta2, t - 1)
