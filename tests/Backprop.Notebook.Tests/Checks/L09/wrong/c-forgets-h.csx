// L09.c: 0 points
// says: A weight's slope is delta times
- dW2[0][r] += delta * h[r] / X.Length;
+ dW2[0][r] += delta / X.Length;
