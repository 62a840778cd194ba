// L13.c: 2 points
// says: the correction fades out
- Math.Pow(beta1, t)
+ beta1
- Math.Pow(beta2, t)
+ beta2
