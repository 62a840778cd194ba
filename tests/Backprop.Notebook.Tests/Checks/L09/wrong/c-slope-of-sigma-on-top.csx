// L09.c: 0 points
// says: with the log loss it cancels
- dB2[0] += delta / X.Length;
+ double p = delta + t[n]; delta *= p * (1 - p); dB2[0] += delta / X.Length;
